/**
 * Text as a QR code (ISO/IEC 18004), drawn as SVG in this browser: bytes, error correction level L, versions 1 to 40.
 */

/** A code with more text than this is hard to scan from a screen. */
export const SCANNABLE = 1000;

/** Error correction codewords in each block, and blocks, for level L, by version. */
const EC = [0, 7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28, 28, 28, 30, 30, 26, 28, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30];
const BLOCKS = [0, 1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8, 8, 9, 9, 10, 12, 12, 12, 13, 14, 15, 16, 17, 18, 19, 19, 20, 21, 22, 24, 25];
const LEVEL_L = 1;

/** @param {number} version */
const sizeOf = (version) => version * 4 + 17;

/** Modules left for data and error correction. @param {number} version */
function rawModules(version) {
  let modules = (16 * version + 128) * version + 64;
  if (version >= 2) {
    const align = Math.floor(version / 7) + 2;
    modules -= (25 * align - 10) * align - 55;
    if (version >= 7) modules -= 36;
  }
  return modules;
}

/** @param {number} version */
const dataBytes = (version) => Math.floor(rawModules(version) / 8) - EC[version] * BLOCKS[version];

/** The squares of the code for `text`: true is dark. @param {string} text @returns {boolean[][]} */
export function qrSquares(text) {
  const bytes = new TextEncoder().encode(text);
  const head = (/** @type {number} */ version) => 4 + (version < 10 ? 8 : 16);
  let version = 1;
  while (version <= 40 && head(version) + bytes.length * 8 > dataBytes(version) * 8) version += 1;
  if (version > 40) throw new RangeError("too long for a QR code");
  const grid = new Grid(version);
  grid.place(interleaved(version, codewords(version, bytes, head(version) - 4)));
  return grid.masked();
}

/** @param {number} version @param {Uint8Array} bytes @param {number} countBits */
function codewords(version, bytes, countBits) {
  /** @type {number[]} */
  const bits = [];
  const push = (/** @type {number} */ value, /** @type {number} */ length) => {
    for (let at = length - 1; at >= 0; at -= 1) bits.push((value >>> at) & 1);
  };
  push(4, 4);
  push(bytes.length, countBits);
  for (const byte of bytes) push(byte, 8);
  const capacity = dataBytes(version) * 8;
  push(0, Math.min(4, capacity - bits.length));
  push(0, (8 - (bits.length % 8)) % 8);
  for (let pad = 0xec; bits.length < capacity; pad ^= 0xec ^ 0x11) push(pad, 8);
  return Array.from({ length: capacity / 8 }, (_, at) => parseInt(bits.slice(at * 8, at * 8 + 8).join(""), 2));
}

/** Split into blocks, add error correction to each, and deal them out in turn. @param {number} version @param {number[]} data */
function interleaved(version, data) {
  const count = BLOCKS[version];
  const whole = Math.floor(rawModules(version) / 8);
  const short = count - (whole % count);
  const length = Math.floor(whole / count) - EC[version];
  const divisor = generator(EC[version]);
  let from = 0;
  const blocks = Array.from({ length: count }, (_, at) => {
    const block = data.slice(from, (from += length + (at < short ? 0 : 1)));
    return { block, check: remainder(block, divisor) };
  });
  /** @type {number[]} */
  const out = [];
  for (let at = 0; at <= length; at += 1) for (const { block } of blocks) if (at < block.length) out.push(block[at]);
  for (let at = 0; at < EC[version]; at += 1) for (const { check } of blocks) out.push(check[at]);
  return out;
}

/** Product in the field GF(2^8) modulo 0x11d. @param {number} a @param {number} b */
function product(a, b) {
  let result = 0;
  for (let bit = 7; bit >= 0; bit -= 1) {
    result = (result << 1) ^ ((result >>> 7) * 0x11d);
    result ^= ((b >>> bit) & 1) * a;
  }
  return result;
}

/** @param {number} degree */
function generator(degree) {
  const result = [...Array(degree - 1).fill(0), 1];
  for (let root = 1, step = 0; step < degree; step += 1, root = product(root, 2)) {
    for (let at = 0; at < degree; at += 1) result[at] = product(result[at], root) ^ (result[at + 1] ?? 0);
  }
  return result;
}

/** @param {number[]} data @param {number[]} divisor */
function remainder(data, divisor) {
  const result = divisor.map(() => 0);
  for (const byte of data) {
    const factor = byte ^ /** @type {number} */ (result.shift());
    result.push(0);
    divisor.forEach((coefficient, at) => { result[at] ^= product(coefficient, factor); });
  }
  return result;
}

/** @type {((x: number, y: number) => boolean)[]} */
const MASKS = [
  (x, y) => (x + y) % 2 === 0, (x, y) => y % 2 === 0, (x) => x % 3 === 0, (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0, (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0, (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

class Grid {
  /** @param {number} version */
  constructor(version) {
    this.version = version;
    this.size = sizeOf(version);
    this.dark = Array.from({ length: this.size }, () => Array(this.size).fill(false));
    this.fixed = Array.from({ length: this.size }, () => Array(this.size).fill(false));
    this.#patterns();
  }

  /** @param {number} x @param {number} y @param {boolean} dark */
  #fix(x, y, dark) {
    if (x < 0 || y < 0 || x >= this.size || y >= this.size) return;
    this.dark[y][x] = dark;
    this.fixed[y][x] = true;
  }

  /** Rings around a center: finder and alignment patterns. @param {number} cx @param {number} cy @param {number} radius @param {number[]} light */
  #rings(cx, cy, radius, light) {
    for (let dy = -radius; dy <= radius; dy += 1) for (let dx = -radius; dx <= radius; dx += 1)
      this.#fix(cx + dx, cy + dy, !light.includes(Math.max(Math.abs(dx), Math.abs(dy))));
  }

  #patterns() {
    const last = this.size - 1;
    for (let at = 0; at < this.size; at += 1) {
      this.#fix(6, at, at % 2 === 0);
      this.#fix(at, 6, at % 2 === 0);
    }
    for (const [x, y] of [[3, 3], [last - 3, 3], [3, last - 3]]) this.#rings(x, y, 4, [2, 4]);
    const places = this.#alignments();
    for (const x of places) for (const y of places) {
      const corner = (x === 6 && y === 6) || (x === 6 && y === last - 6) || (x === last - 6 && y === 6);
      if (!corner) this.#rings(x, y, 2, [1]);
    }
    this.#format(0);
    if (this.version >= 7) this.#versionMark();
  }

  #alignments() {
    if (this.version === 1) return [];
    const count = Math.floor(this.version / 7) + 2;
    const step = Math.floor((this.version * 8 + count * 3 + 5) / (count * 4 - 4)) * 2;
    const places = Array.from({ length: count - 1 }, (_, at) => this.size - 7 - at * step);
    return [6, ...places.reverse()];
  }

  /** @param {number} mask */
  #format(mask) {
    const data = (LEVEL_L << 3) | mask;
    let rest = data;
    for (let at = 0; at < 10; at += 1) rest = (rest << 1) ^ ((rest >>> 9) * 0x537);
    const bits = ((data << 10) | rest) ^ 0x5412;
    const bit = (/** @type {number} */ at) => ((bits >>> at) & 1) === 1;
    for (let at = 0; at <= 5; at += 1) this.#fix(8, at, bit(at));
    this.#fix(8, 7, bit(6));
    this.#fix(8, 8, bit(7));
    this.#fix(7, 8, bit(8));
    for (let at = 9; at < 15; at += 1) this.#fix(14 - at, 8, bit(at));
    for (let at = 0; at < 8; at += 1) this.#fix(this.size - 1 - at, 8, bit(at));
    for (let at = 8; at < 15; at += 1) this.#fix(8, this.size - 15 + at, bit(at));
    this.#fix(8, this.size - 8, true);
  }

  #versionMark() {
    let rest = this.version;
    for (let at = 0; at < 12; at += 1) rest = (rest << 1) ^ ((rest >>> 11) * 0x1f25);
    const bits = (this.version << 12) | rest;
    for (let at = 0; at < 18; at += 1) {
      const dark = ((bits >>> at) & 1) === 1;
      const [a, b] = [this.size - 11 + (at % 3), Math.floor(at / 3)];
      this.#fix(a, b, dark);
      this.#fix(b, a, dark);
    }
  }

  /** In columns of two from the right, up and down in turn. @param {number[]} bytes */
  place(bytes) {
    let bit = 0;
    for (let right = this.size - 1; right >= 1; right -= 2) {
      if (right === 6) right = 5;
      const up = ((right + 1) & 2) === 0;
      for (let step = 0; step < this.size; step += 1) for (const x of [right, right - 1]) {
        const y = up ? this.size - 1 - step : step;
        if (this.fixed[y][x] || bit >= bytes.length * 8) continue;
        this.dark[y][x] = ((bytes[bit >>> 3] >>> (7 - (bit & 7))) & 1) === 1;
        bit += 1;
      }
    }
  }

  /** The squares under the mask that scans best. */
  masked() {
    const tries = MASKS.map((mask, at) => {
      this.#format(at);
      return this.dark.map((row, y) => row.map((dark, x) => dark !== (!this.fixed[y][x] && mask(x, y))));
    });
    return tries.reduce((best, one) => (penalty(one) < penalty(best) ? one : best));
  }
}

/** @param {boolean[][]} squares */
function penalty(squares) {
  const size = squares.length;
  const lines = [...squares, ...squares.map((_, x) => squares.map((row) => row[x]))].map((line) => line.map(Number).join(""));
  let points = 0;
  for (const line of lines) {
    for (const [run] of line.matchAll(/0{5,}|1{5,}/g)) points += run.length - 2;
    points += 40 * [...line.matchAll(/(?=00001011101|10111010000)/g)].length;
  }
  for (let y = 1; y < size; y += 1) for (let x = 1; x < size; x += 1) {
    const dark = squares[y][x];
    if (dark === squares[y - 1][x] && dark === squares[y][x - 1] && dark === squares[y - 1][x - 1]) points += 3;
  }
  const share = squares.flat().filter(Boolean).length / (size * size);
  return points + 10 * Math.floor(Math.abs(share - 0.5) * 20);
}

/** @param {string} text @param {string} label @returns {SVGSVGElement} */
export function qrSvg(text, label) {
  const squares = qrSquares(text);
  const size = squares.length + 8;
  const path = squares.flatMap((row, y) => row.flatMap((dark, x) => (dark ? `M${x + 4} ${y + 4}h1v1h-1z` : []))).join("");
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  for (const [name, value] of Object.entries({ class: "qr", viewBox: `0 0 ${size} ${size}`, role: "img", "aria-label": label })) svg.setAttribute(name, value);
  for (const [shape, style] of [[`M0 0h${size}v${size}h-${size}z`, "qr__paper"], [path, "qr__ink"]]) {
    const drawn = document.createElementNS(svg.namespaceURI, "path");
    drawn.setAttribute("d", shape);
    drawn.setAttribute("class", style);
    svg.append(drawn);
  }
  return /** @type {SVGSVGElement} */ (svg);
}
