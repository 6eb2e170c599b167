"""QR codes, read by an independent decoder."""

from playwright.sync_api import Page

from support.state import call_module

BLOCKS = {2: [34], 19: [113] * 3 + [114] * 4}
"""Data codewords of each block of a code of level L, by its version."""
CENTERS = {2: (6, 18), 19: (6, 30, 58, 86)}
MASKS = (
    lambda x, y: (x + y) % 2 == 0,
    lambda x, y: y % 2 == 0,
    lambda x, y: x % 3 == 0,
    lambda x, y: (x + y) % 3 == 0,
    lambda x, y: (x // 3 + y // 2) % 2 == 0,
    lambda x, y: x * y % 2 + x * y % 3 == 0,
    lambda x, y: (x * y % 2 + x * y % 3) % 2 == 0,
    lambda x, y: ((x + y) % 2 + x * y % 3) % 2 == 0,
)


def test_qr_code_decodes_to_its_text(page: Page):
    for text in ("https://example.org/#ü", "https://example.org/#" + "carry-" * 128):
        squares = call_module(page, "lib/qr-code", "(m, text) => m.qrSquares(text)", text)
        assert decoded(squares) == text


def decoded(squares: list[list[bool]]) -> str:
    """Read a QR code of level L whose blocks are known to be whole."""
    version = (len(squares) - 17) // 4
    stream = placed_bits(squares, version)
    words = (int(stream[at : at + 8], 2) for at in range(0, len(stream) - 7, 8))
    blocks: list[list[int]] = [[] for _ in BLOCKS[version]]
    for at in range(max(BLOCKS[version])):
        for block, length in zip(blocks, BLOCKS[version], strict=True):
            if at < length:
                block.append(next(words))
    data = "".join(f"{word:08b}" for block in blocks for word in block)
    assert data[:4] == "0100"
    start = 12 if version < 10 else 20
    body = data[start : start + int(data[4:start], 2) * 8]
    return bytes(int(body[at : at + 8], 2) for at in range(0, len(body), 8)).decode()


def placed_bits(squares: list[list[bool]], version: int) -> str:
    """Return the bits of the code in order, without its mask."""
    size = len(squares)
    level_and_mask = int("".join(str(int(bit)) for bit in squares[8][:5]), 2) ^ 0b10101
    assert level_and_mask >> 3 == 0b01
    flip = MASKS[level_and_mask & 7]
    stream, up = "", True
    for right in [*range(size - 1, 6, -2), 5, 3, 1]:
        for y in range(size - 1, -1, -1) if up else range(size):
            for x in (right, right - 1):
                if not is_fixed(x, y, size, version):
                    stream += str(int(squares[y][x] != flip(x, y)))
        up = not up
    return stream


def is_fixed(x: int, y: int, size: int, version: int) -> bool:
    """Tell whether a square belongs to a pattern or to what the code says of itself."""
    centers = CENTERS[version]
    corners = {(6, 6), (6, centers[-1]), (centers[-1], 6)}
    finder = (x < 9 and (y < 9 or y > size - 9)) or (x > size - 9 and y < 9)
    aligned = any(abs(x - a) < 3 and abs(y - b) < 3 for a in centers for b in centers if (a, b) not in corners)
    told = version >= 7 and ((x < 6 and size - 12 < y < size - 8) or (y < 6 and size - 12 < x < size - 8))
    return finder or aligned or told or x == 6 or y == 6
