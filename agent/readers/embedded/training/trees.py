"""Boosted trees as an ONNX file: `rows` in, `sureness` out."""

from collections import defaultdict

import numpy as np
from numpy.typing import NDArray
from onnx import TensorProto, checker, helper
from onnxruntime import (  # type: ignore[import-untyped]  # the package ships no types
    InferenceSession,
)
from sklearn.ensemble import HistGradientBoostingClassifier

from agent.readers.embedded.linking.features import Rows

OPSETS = {"": 17, "ai.onnx.ml": 3}
IR_VERSION = 9
APART = 1e-3
"""How far the file's likelihoods may be from the trees': it adds up in single precision."""


class ExportError(Exception):
    """The file does not tell what the trees tell; the message says how far apart they are."""


def exported(trees: HistGradientBoostingClassifier, rows: Rows) -> bytes:
    """The trees with their sum and its logistic function.

    Args:
        trees: Fitted, for two classes and without categories.
        rows: Some rows on which the file must tell what the trees tell.

    Raises:
        ExportError: It does not.
    """
    content = _written(trees)
    apart = float(np.abs(_told(content, rows) - trees.predict_proba(rows)[:, 1]).max())
    if apart > APART:
        raise ExportError(f"The exported scorer is up to {apart:.2g} from the trees.")
    return content


def _told(content: bytes, rows: Rows) -> NDArray[np.float32]:
    session = InferenceSession(content, providers=["CPUExecutionProvider"])
    (sureness,) = session.run(["sureness"], {"rows": rows.astype(np.float32)})
    found: NDArray[np.float32] = sureness[:, 0]
    return found


def _written(trees: HistGradientBoostingClassifier) -> bytes:
    ensemble = helper.make_node(
        "TreeEnsembleRegressor",
        ["rows"],
        ["logits"],
        domain="ai.onnx.ml",
        n_targets=1,
        base_values=[float(trees._baseline_prediction[0, 0])],  # noqa: SLF001  # told nowhere else
        **_nodes(trees),
    )
    graph = helper.make_graph(
        [ensemble, helper.make_node("Sigmoid", ["logits"], ["sureness"])],
        "scorer",
        [helper.make_tensor_value_info("rows", TensorProto.FLOAT, [None, trees.n_features_in_])],
        [helper.make_tensor_value_info("sureness", TensorProto.FLOAT, [None, 1])],
    )
    opsets = [helper.make_opsetid(domain, version) for domain, version in OPSETS.items()]
    model = helper.make_model(graph, opset_imports=opsets, ir_version=IR_VERSION)
    checker.check_model(model)
    content: bytes = model.SerializeToString()
    return content


def _nodes(trees: HistGradientBoostingClassifier) -> dict[str, list[int] | list[float] | list[str]]:
    """All nodes of all trees, as TreeEnsembleRegressor wants them: attribute by attribute."""
    told: defaultdict[str, list[object]] = defaultdict(list)
    for tree, (predictor,) in enumerate(trees._predictors):  # noqa: SLF001  # told nowhere else
        for at, node in enumerate(predictor.nodes):
            leaf = bool(node["is_leaf"])
            told["nodes_treeids"].append(tree)
            told["nodes_nodeids"].append(at)
            told["nodes_modes"].append("LEAF" if leaf else "BRANCH_LEQ")
            told["nodes_featureids"].append(0 if leaf else int(node["feature_idx"]))
            told["nodes_values"].append(0.0 if leaf else float(node["num_threshold"]))
            told["nodes_truenodeids"].append(0 if leaf else int(node["left"]))
            told["nodes_falsenodeids"].append(0 if leaf else int(node["right"]))
            if leaf:
                told["target_treeids"].append(tree)
                told["target_nodeids"].append(at)
                told["target_ids"].append(0)
                told["target_weights"].append(float(node["value"]))
    return dict(told)  # type: ignore[arg-type]  # each list holds one kind
