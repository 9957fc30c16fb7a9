"""Exporting the tagger: one ONNX file whose weights are int8."""

from pathlib import Path
from tempfile import TemporaryDirectory

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from agent.readers.embedded.tagging.cues import WIDTH
from agent.readers.embedded.training.tagger_network import TaggerNetwork

LONGEST, MOST = 512, 256
"""Tokens and sentences of a window that the file must take."""
QUANTISED = ["MatMul", "Gemm", "Gather"]


class _Telling(nn.Module):
    def __init__(self, network: TaggerNetwork) -> None:
        super().__init__()
        self.network = network

    def forward(self, tokens: Tensor, pool: Tensor, marks: Tensor, cues: Tensor) -> Tensor:
        return self.network.tell(tokens, pool, marks, cues)


def exported(network: TaggerNetwork) -> bytes:
    """The network as the reader runs it (`tagging.network`)."""
    tokens = torch.export.Dim("tokens_in_window", min=3, max=LONGEST)
    sentences = torch.export.Dim("sentences", min=1, max=MOST)
    program = torch.onnx.export(
        _Telling(network).eval(),
        (
            torch.ones(1, 50, dtype=torch.long),
            torch.rand(4, 50),
            torch.arange(4),
            torch.rand(4, WIDTH),
        ),
        dynamo=True,
        input_names=["tokens", "pool", "marks", "cues"],
        output_names=["tags"],
        dynamic_shapes=({1: tokens}, {0: sentences, 1: tokens}, {0: sentences}, {0: sentences}),
    )
    with TemporaryDirectory() as folder:
        full, small = Path(folder) / "full.onnx", Path(folder) / "small.onnx"
        program.save(full)
        quantize_dynamic(
            full,
            small,
            weight_type=QuantType.QInt8,
            op_types_to_quantize=QUANTISED,
            per_channel=True,
        )
        return small.read_bytes()
