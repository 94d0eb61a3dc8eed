// A question of one of the extension's own windows to its worker.

export const api = globalThis.browser ?? chrome;

export const ask = async (question, more = {}) => (await api.runtime.sendMessage({ ask: question, ...more })) ?? { state: "refused", words: "That did not work." };
