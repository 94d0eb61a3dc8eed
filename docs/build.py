"""Writes the pages that are built from the code: `python docs/build.py`; a test fails where they are out of date."""

from pathlib import Path

import typer

from sincerely.cadence.policy import NAMES, Policy, policy_file
from sincerely.cadence.worked import worked
from sincerely.faces.cli.app import app
from sincerely.proof.rule import NamedRule
from sincerely.proof.rulebook import every_rule

DOCS = Path(__file__).resolve().parent
NOTICE = "<!-- Built by docs/build.py from the code: change it there. -->\n\n"


def rule_section(named: NamedRule) -> str:
    """One rule: its docstring, where it applies, and an example or two of each kind."""
    rule = named.rule
    lines = [f"### `{named.id}`", "", f"{rule.title} · {rule.severity.word}", "", named.doc.strip(), ""]
    if len(rule.channels) < len(type(next(iter(rule.channels)))):
        lines += [f"Channels: {', '.join(sorted(rule.channels))}", ""]
    if len(rule.stages) < len(type(next(iter(rule.stages)))):
        lines += [f"Stages: {', '.join(sorted(rule.stages))}", ""]
    for heading, examples in (("Flags", rule.flags), ("Passes", rule.passes)):
        quotes = [example.quote or example.body or str(example.message) for example in examples[:2]]
        lines += [f"{heading}:", ""] + [f"> {' '.join(quote.split())[:240]}\n" for quote in quotes]
    return "\n".join(lines)


def rules_page() -> str:
    """Every rule, by way."""
    ways: dict[str, list[NamedRule]] = {}
    for named in every_rule():
        ways.setdefault(named.id.partition("/")[0], []).append(named)
    sections = [f"## {way}\n\n" + "\n".join(rule_section(named) for named in rules) for way, rules in ways.items()]
    return NOTICE + "# What a check looks for\n\n" + "\n".join(sections)


def commands_page() -> str:
    """Every command with its help, as the program prints it."""
    group = typer.main.get_command(app)
    lines = [NOTICE + "# Commands\n"]
    for name, command in sorted(group.commands.items()):  # type: ignore[attr-defined]
        lines += [f"## `sincerely {name}`\n", *paragraphs(command.help or "")]
        for parameter in command.params:
            if parameter.name == "help" or getattr(parameter, "hidden", False):
                continue
            names = (
                ", ".join(f"`{option}`" for option in parameter.opts)
                if parameter.param_type_name == "option"
                else parameter.name.upper()
            )
            lines.append(f"- {names}: {getattr(parameter, 'help', None) or ''}")
        lines.append("")
    return "\n".join(lines)


def paragraphs(text: str) -> list[str]:
    """Help text as Markdown: a paragraph a block; what click leaves as it stands (after a backspace) as code."""
    blocks = []
    for block in text.split("\n\n"):
        lines = block.strip().split("\n")
        if lines[0] == "\b":
            blocks += [f"{lines[1]}\n", "```sh", *(line.strip() for line in lines[2:]), "```\n"]
        else:
            blocks.append(" ".join(lines) + "\n")
    return blocks


def policies_page() -> str:
    """Every ready-made policy: for whom, why, what it changes, and its worked timeline."""
    sections = []
    for name in NAMES:
        data = policy_file(name)
        rules = [
            f"| `{key}` | {str(value).lower() if isinstance(value, bool) else value} |" for key, value in data["rules"].items()
        ]
        steps = []
        for step in worked(name):
            told = f"- **{step.now:%d %B %Y, %H:%M} UTC.** {step.told}"
            steps += [told, *(f"  - {line}" for line in step.plans or ["nothing is planned"])]
        table = ["| key | value |", "|---|---|", *rules]
        sections.append("\n".join([f"## {name}", "", data["for"], "", data["why"], "", *table, "", *steps, ""]))
    meanings = (Policy.__doc__ or "").split("\n\n", 1)[1].replace("\n    `", "\n- `").replace("\n    ", "\n  ").strip()
    first = "A policy says when to contact whom. What its keys mean:\n\n- " + meanings.removeprefix("- ")
    return NOTICE + "# Policies\n\n" + first + "\n\n" + "\n".join(sections)


PAGES = {"rules.md": rules_page, "commands.md": commands_page, "policies.md": policies_page}


def main() -> None:
    for name, page in PAGES.items():
        (DOCS / name).write_text(page().rstrip() + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
