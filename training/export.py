"""The taught encoder written for onnxruntime: eight bits a weight, one file, no code in it."""

from pathlib import Path
from tempfile import TemporaryDirectory

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers import optimizer
from torch import Tensor, nn

from training.encoder import ATTENDING, WIDTH, Encoder


class Exported(nn.Module):
    """The encoder as it is run: one output, what each piece says to each head and how loudly."""

    def __init__(self, model: Encoder) -> None:
        super().__init__()
        self.model = model

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        return self.model(ids, mask, 0.0)


def export(model: Encoder, path: Path) -> None:
    """Writes the file that the program loads."""
    example = (torch.ones(2, 16, dtype=torch.int64), torch.ones(2, 16, dtype=torch.int64))
    with TemporaryDirectory() as folder:
        whole, fused = Path(folder) / "whole.onnx", Path(folder) / "fused.onnx"
        torch.onnx.export(
            Exported(model.float().eval()), example, str(whole), input_names=["ids", "mask"], output_names=["pieces"],
            dynamic_axes={name: {0: "rows", 1: "length"} for name in ("ids", "mask", "pieces")}, opset_version=17, dynamo=False,
        )  # fmt: skip
        optimizer.optimize_model(str(whole), "bert", num_heads=ATTENDING, hidden_size=WIDTH).save_model_to_file(str(fused))
        quantize_dynamic(
            fused, path, weight_type=QuantType.QInt8, per_channel=True, op_types_to_quantize=["MatMul", "Gather"],
            extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
        )  # fmt: skip
