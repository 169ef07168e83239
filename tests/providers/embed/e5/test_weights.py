import numpy as np
import pytest

from dragoman.providers.embed.e5.weights import Weights


def test_the_shape_is_that_of_the_model(weights):
    shape = weights.shape
    assert (shape.width, shape.layers, shape.heads, shape.inner) == (384, 12, 12, 1536)
    assert 0 < shape.epsilon < 1e-10


def test_pieces_and_marks_are_those_of_xlm_roberta(weights):
    pieces = weights.pieces
    assert len(pieces.words) == len(pieces.scores) == 250_002
    assert [pieces.words[number] for number in (pieces.begin, pieces.end, pieces.unknown)] == ["<s>", "</s>", "<unk>"]
    assert not any("\u2581" in word[1:] for word in pieces.words)
    assert pieces.table[0x3000] == " "


def test_matrices_have_their_rows_and_are_no_noise(weights):
    matrix = weights.matrix("l0.q.w", 384)
    assert matrix.shape == (384, 384)
    assert matrix.dtype == np.float32
    assert 0 < np.abs(matrix).mean() < 1


def test_a_few_rows_are_those_of_the_whole(weights):
    assert np.array_equal(weights.rows("l0.k.w", 384, [3, 3, 7]), weights.matrix("l0.k.w", 384)[[3, 3, 7]])


def test_another_file_is_refused(tmp_path):
    file = tmp_path / "weights.bin"
    file.write_bytes(b"GGUF" + bytes(100))
    with pytest.raises(ValueError, match="no weights file"):
        Weights(file)


def test_an_unknown_tensor_is_refused(weights):
    with pytest.raises(KeyError):
        weights.vector("l99.q.b")
