// What the bundlers bundle: the answers of an inline module, and a marker that says they were right.
import { np_sum, npc } from "./kernels.js";

const x = npc.array("int32", [3], [1, 2, 3]);
const all = [np_sum(new Int32Array([3, 1, 4])), np_sum([1, 2]), np_sum(x)].join();
x.dispose();
let raised = "";
try {
  np_sum(new Float32Array(2));
} catch (error) {
  raised = `${error.name}: ${error.message}`;
}
console.log(all, raised);
