"""QR codes, read by an independent decoder."""

from playwright.sync_api import Page

from support.state import call_module


def test_qr_code_decodes_to_its_text(page: Page):
    for text in ("https://example.org/#ü", "https://example.org/#" + "carry-" * 128):
        squares = call_module(page, "lib/qr-code", "(m, text) => m.qrSquares(text)", text)
        assert decoded(squares) == text


def decoded(squares: list[list[bool]]) -> str:
    """Read a QR code of level L whose blocks are known to be whole."""
    size = len(squares)
    version = (size - 17) // 4
    blocks, each = {2: (1, 34), 19: (7, 113)}[version]
    bits = [squares[8][x] for x in (0, 1, 2, 3, 4)]
    mask = int("".join(str(int(bit)) for bit in bits), 2) ^ 0b10101
    assert mask >> 3 == 0b01
    flip = [
        lambda x, y: (x + y) % 2 == 0,
        lambda x, y: y % 2 == 0,
        lambda x, y: x % 3 == 0,
        lambda x, y: (x + y) % 3 == 0,
        lambda x, y: (x // 3 + y // 2) % 2 == 0,
        lambda x, y: x * y % 2 + x * y % 3 == 0,
        lambda x, y: (x * y % 2 + x * y % 3) % 2 == 0,
        lambda x, y: ((x + y) % 2 + x * y % 3) % 2 == 0,
    ][mask & 7]
    centres = {2: (6, 18), 19: (6, 30, 58, 86)}[version]
    corners = {(6, 6), (6, centres[-1]), (centres[-1], 6)}

    def fixed(x: int, y: int) -> bool:
        finder = (x < 9 and (y < 9 or y > size - 9)) or (x > size - 9 and y < 9)
        aligned = any(abs(x - a) < 3 and abs(y - b) < 3 for a in centres for b in centres if (a, b) not in corners)
        told = version >= 7 and ((x < 6 and size - 12 < y < size - 8) or (y < 6 and size - 12 < x < size - 8))
        return finder or aligned or told or x == 6 or y == 6

    stream, up = "", True
    for right in [*range(size - 1, 6, -2), 5, 3, 1]:
        for y in range(size - 1, -1, -1) if up else range(size):
            for x in (right, right - 1):
                if not fixed(x, y):
                    stream += str(int(squares[y][x] != flip(x, y)))
        up = not up
    words = [int(stream[at : at + 8], 2) for at in range(0, len(stream) - 7, 8)]
    count, lengths = blocks, [each] * blocks
    if version == 19:
        lengths = [113] * 3 + [114] * 4
    split: list[list[int]] = [[] for _ in range(count)]
    rest = iter(words)
    for at in range(max(lengths)):
        for block, length in zip(split, lengths, strict=True):
            if at < length:
                block.append(next(rest))
    data = "".join(f"{word:08b}" for block in split for word in block)
    assert data[:4] == "0100"
    head = 8 if version < 10 else 16
    length = int(data[4 : 4 + head], 2)
    body = data[4 + head :]
    return bytes(int(body[at : at + 8], 2) for at in range(0, length * 8, 8)).decode()
