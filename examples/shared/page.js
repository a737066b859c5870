// What the pages of the examples share: pixels without a copy, the Python source, and the race against plain JavaScript.
export const $ = (id) => document.getElementById(id);
export const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
const make = (name, properties) => Object.assign(document.createElement(name), properties);

/** A resident array as the image of a canvas: the kernel writes into the very memory that the canvas reads. */
export function screen(canvas, npc, rows, columns, dtype = "uint32") {
  const pixels = npc.array(dtype, dtype === "uint8" ? [rows, columns, 4] : [rows, columns]);
  const context = canvas.getContext("2d");
  Object.assign(canvas, { width: columns, height: rows });
  let image;
  return {
    pixels,
    show(top = 0, bottom = rows) {
      const { buffer, byteOffset, byteLength } = pixels.data; // memory that grew has a new buffer
      if (image?.data.buffer !== buffer) image = new ImageData(new Uint8ClampedArray(buffer, byteOffset, byteLength), columns, rows);
      context.putImageData(image, 0, 0, 0, top, columns, bottom - top);
    },
  };
}

/** A colour of the style sheet, or any other, as 0xAABBGGRR. */
export function abgr(css) {
  const context = make("canvas", { width: 1, height: 1 }).getContext("2d", { willReadFrequently: true });
  context.fillStyle = css.startsWith("--") ? getComputedStyle(document.documentElement).getPropertyValue(css) : css;
  context.fillRect(0, 0, 1, 1);
  return new Uint32Array(context.getImageData(0, 0, 1, 1).data.buffer)[0];
}

/** n colours from one to the other. */
export const ramp = (n, from, to) => Uint32Array.from({ length: n }, (_, k) => [0, 8, 16, 24].reduce((colour, shift) => {
  const [a, b] = [from, to].map((c) => (c >>> shift) & 255);
  return colour + Math.round(a + ((b - a) * k) / (n - 1)) * 2 ** shift;
}, 0));

/** Calls `draw` before the next frame, once however often it is asked for. */
export function frame(draw) {
  let asked = 0;
  return () => (asked ||= requestAnimationFrame((now) => ((asked = 0), draw(now))));
}

/** Where a pointer is, in pixels of the canvas. */
export function at(canvas, event) {
  const box = canvas.getBoundingClientRect();
  return [((event.clientX - box.left) * canvas.width) / box.width, ((event.clientY - box.top) * canvas.height) / box.height];
}

/** Sliders show their value beside them. */
export function slider(id, change, text = (value) => value) {
  const input = $(id), show = () => { input.nextElementSibling.textContent = text(+input.value); };
  input.addEventListener("input", () => (show(), change(+input.value)));
  show();
  return input;
}

const TOKENS = /("""[^]*?"""|"[^"\n]*")|(#.*|\/\/.*|^@\w+)|\b(def|import|from|as|for|in|if|else|return|range|while|function|const|let|of)\b/gm;
const coloured = (text) => text.replace(/[&<]/g, (c) => (c === "&" ? "&amp;" : "&lt;"))
  .replace(TOKENS, (all, string, quiet) => (string ? `<em>${all}</em>` : quiet ? `<i>${all}</i>` : `<b>${all}</b>`));
const code = (text) => make("pre", { tabIndex: 0, innerHTML: `<code>${coloured(text.trim())}</code>` });

/** Shows the Python source, and how many bytes it became. */
export function python() {
  const [base64] = /AGFzbQ[\w+/]+=*/.exec(document.documentElement.innerHTML); // what "\0asm" is in base64
  const bytes = atob(base64).length;
  $("bytes").textContent = `${(bytes / 1000).toFixed(1)} kB`;
  $("bytes").dataset.bytes = bytes;
  $("python").append(code($("source").textContent));
}

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/** Milliseconds per call, the median of rounds taken in turn, after the browser has had time to optimise both. */
async function measure(functions, rounds = 15) {
  let calls;
  for (let warm = 0; warm < 4; warm++) {
    calls = functions.map((f) => {
      let count = 0;
      for (const start = performance.now(); performance.now() - start < 80; count++) f();
      return Math.max(1, Math.round(count / 10));
    });
    await pause(40);
  }
  const times = functions.map(() => []);
  for (let round = 0; round < rounds; round++) {
    functions.forEach((f, k) => {
      const start = performance.now();
      for (let n = 0; n < calls[k]; n++) f();
      times[k].push((performance.now() - start) / calls[k]);
    });
    await pause();
  }
  return times.map((list) => list.sort((a, b) => a - b)[rounds >> 1]);
}

/**
 * The same work by npc and by plain JavaScript: after `begin`, which gives both the same data, `js` and `npc` do it, and
 * `equal` compares what they left. The functions in `source` are shown.
 */
export function race({ js, npc, equal, source, begin }) {
  $("race").innerHTML = `<table class="race"><caption hidden>Milliseconds for the same work</caption><tbody>${["plain JavaScript", "npc"].map((name, k) =>
    `<tr${k ? ' class="ours"' : ""}><th scope="row">${name}</th><td>–</td><td>${k ? "–" : ""}</td><td><span></span></td></tr>`).join("")}</tbody></table>
    <p><button type="button" id="measure">Measure</button> <output class="note" id="verdict"></output></p><details><summary>The JavaScript</summary></details>`;
  $("race").querySelector("details").append(code(source.map(String).join("\n\n")));
  const rows = [...$("race").querySelectorAll("tr")], button = $("measure");
  const run = async () => {
    button.disabled = true;
    $("verdict").textContent = "Measuring…";
    await pause(50);
    begin?.();
    js();
    npc();
    const same = equal(), times = await measure([js, npc]);
    rows.forEach(({ cells }, k) => {
      cells[1].textContent = `${times[k].toPrecision(3)} ms`;
      cells[3].firstChild.style.width = `${(100 * times[k]) / Math.max(...times)}%`;
    });
    rows[1].cells[2].textContent = `${(times[0] / times[1]).toFixed(2)}×`;
    $("verdict").textContent = `${same ? `The results are ${same === true ? "equal, bit by bit" : same}.` : "The results differ!"} Median of 15 rounds, in turn.`;
    button.disabled = false;
    button.textContent = "Again";
  };
  button.addEventListener("click", run);
}
