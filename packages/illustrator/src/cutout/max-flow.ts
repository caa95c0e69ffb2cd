// The cheapest cut of a picture into subject and background: maximum flow on a grid whose nodes have eight neighbours,
// by growing two search trees that are kept from one augmentation to the next (Boykov and Kolmogorov 2004).
//
// Every node is free, in the source's tree (subject) or in the sink's (background). The trees grow from active nodes along
// edges with room left. Where they touch, flow is pushed along the path; edges that fill up cut children off as orphans,
// which look for another parent of their tree or become free. When nothing is active any more, the source's tree is the
// subject's side of the cheapest cut.

const free = 0;
const sourceTree = 1;
const sinkTree = 2;
/** In `parent`, beside the eight directions. */
const atTerminal = 8;
const orphaned = 9;
const parentless = 10;

/** A grid of nodes with the cost of cutting each link. Filled by the caller, used up by `cut`. */
export interface FlowGrid {
  width: number;
  height: number;
  /** Per node: above 0, the cost of calling it background; below 0, of calling it subject. */
  terminal: Float32Array;
  /**
   * Costs of calling a node and its neighbour differently, four planes of H×W: right, below, below right, below left.
   * What would lead outside the grid is ignored. Never negative.
   */
  links: [Float32Array, Float32Array, Float32Array, Float32Array];
}

/** The cheapest cut: 1 for the subject, 0 for the background, H×W. Nodes that cost the same either way are background. */
export function cut({ width, height, terminal, links }: FlowGrid): Uint8Array {
  // One ring of unlinked nodes around the grid makes every neighbour exist.
  const stride = width + 2;
  const count = stride * (height + 2);
  const steps = [1, stride, stride + 1, stride - 1, -1, -stride, -stride - 1, -stride + 1];
  const step = (direction: number): number => steps[direction] as number;
  const opposite = (direction: number): number => (direction + 4) & 7;

  /** Room left on the link from a node in a direction. */
  const room = new Float32Array(count * 8);
  const rest = new Float32Array(count);
  const tree = new Uint8Array(count);
  const parent = new Uint8Array(count).fill(parentless);
  /** Links to the terminal, and when that was last known to be right. */
  const distance = new Int32Array(count);
  const stamp = new Int32Array(count);
  let time = 0;
  const active = createQueue(count);
  let orphans: number[] = [];

  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const from = y * width + x;
      const node = (y + 1) * stride + x + 1;
      const value = terminal[from] as number;
      rest[node] = value;
      if (value !== 0) {
        tree[node] = value > 0 ? sourceTree : sinkTree;
        parent[node] = atTerminal;
        distance[node] = 1;
        active.push(node);
      }
      const inside = [x + 1 < width, y + 1 < height, x + 1 < width && y + 1 < height, x > 0 && y + 1 < height];
      links.forEach((plane, direction) => {
        if (!inside[direction]) return;
        const cost = plane[from] as number;
        room[node * 8 + direction] = cost;
        room[(node + step(direction)) * 8 + opposite(direction)] = cost;
      });
    }
  }

  /** Room in the direction that flow takes: down the source's tree, up the sink's. */
  const roomTo = (side: number, node: number, direction: number): number =>
    side === sourceTree
      ? (room[node * 8 + direction] as number)
      : (room[(node + step(direction)) * 8 + opposite(direction)] as number);

  /** Grows from a node; returns the direction in which the other tree was met, or −1. */
  const grow = (node: number): number => {
    const side = tree[node] as number;
    for (let direction = 0; direction < 8; direction++) {
      if (roomTo(side, node, direction) <= 0) continue;
      const neighbour = node + step(direction);
      if (tree[neighbour] === free) {
        tree[neighbour] = side;
        parent[neighbour] = opposite(direction);
        distance[neighbour] = (distance[node] as number) + 1;
        stamp[neighbour] = stamp[node] as number;
        active.push(neighbour);
      } else if (tree[neighbour] !== side) return direction;
      else if (
        (stamp[neighbour] as number) <= (stamp[node] as number) &&
        (distance[neighbour] as number) > (distance[node] as number) + 1
      ) {
        // A shorter way to the terminal: shorter paths later.
        parent[neighbour] = opposite(direction);
        distance[neighbour] = (distance[node] as number) + 1;
        stamp[neighbour] = stamp[node] as number;
      }
    }
    return -1;
  };

  /** Visits the links from a node to its tree's terminal: `visit(index of the link's room)`; returns the last node. */
  const walkUp = (start: number, side: number, visit: (link: number, child: number) => void): number => {
    let node = start;
    while (parent[node] !== atTerminal) {
      const direction = parent[node] as number;
      const above = node + step(direction);
      visit(side === sourceTree ? above * 8 + opposite(direction) : node * 8 + direction, node);
      node = above;
    }
    return node;
  };

  const augment = (fromSource: number, direction: number): void => {
    const fromSink = fromSource + step(direction);
    const bridge = fromSource * 8 + direction;
    let flow = room[bridge] as number;
    const narrow = (link: number): void => {
      flow = Math.min(flow, room[link] as number);
    };
    const top = walkUp(fromSource, sourceTree, narrow);
    const bottom = walkUp(fromSink, sinkTree, narrow);
    flow = Math.min(flow, rest[top] as number, -(rest[bottom] as number));

    const push = (link: number): void => {
      room[link] = (room[link] as number) - flow;
      const node = link >> 3;
      const back = (node + step(link & 7)) * 8 + opposite(link & 7);
      room[back] = (room[back] as number) + flow;
    };
    const pushAndCut = (link: number, child: number): void => {
      push(link);
      if ((room[link] as number) <= 0) orphans.push(child);
    };
    push(bridge);
    walkUp(fromSource, sourceTree, pushAndCut);
    walkUp(fromSink, sinkTree, pushAndCut);
    rest[top] = (rest[top] as number) - flow;
    rest[bottom] = (rest[bottom] as number) + flow;
    if ((rest[top] as number) <= 0) orphans.push(top);
    if ((rest[bottom] as number) >= 0) orphans.push(bottom);
    for (const orphan of orphans) parent[orphan] = orphaned;
  };

  /** Links from a node to its terminal, or Infinity when it hangs on an orphan. Marks the way so that it is walked once. */
  const distanceToTerminal = (start: number): number => {
    let links = 0;
    let node = start;
    for (;;) {
      if (stamp[node] === time) {
        links += distance[node] as number;
        break;
      }
      links += 1;
      const direction = parent[node] as number;
      if (direction === atTerminal) {
        stamp[node] = time;
        distance[node] = 1;
        break;
      }
      if (direction >= orphaned) return Number.POSITIVE_INFINITY;
      node += step(direction);
    }
    let left = links;
    for (let at = start; stamp[at] !== time; at += step(parent[at] as number)) {
      stamp[at] = time;
      distance[at] = left;
      left -= 1;
    }
    return links;
  };

  const adopt = (orphan: number): void => {
    const side = tree[orphan] as number;
    let nearest = Number.POSITIVE_INFINITY;
    let best = parentless;
    for (let direction = 0; direction < 8; direction++) {
      const neighbour = orphan + step(direction);
      if (tree[neighbour] !== side || roomTo(side, neighbour, opposite(direction)) <= 0) continue;
      const links = distanceToTerminal(neighbour);
      if (links < nearest) {
        nearest = links;
        best = direction;
      }
    }
    parent[orphan] = best;
    if (best !== parentless) {
      distance[orphan] = nearest + 1;
      stamp[orphan] = time;
      return;
    }
    tree[orphan] = free;
    for (let direction = 0; direction < 8; direction++) {
      const neighbour = orphan + step(direction);
      if (tree[neighbour] !== side) continue;
      if (roomTo(side, neighbour, opposite(direction)) > 0) active.push(neighbour);
      const above = parent[neighbour] as number;
      if (above < 8 && neighbour + step(above) === orphan) {
        parent[neighbour] = orphaned;
        orphans.push(neighbour);
      }
    }
  };

  for (let node = active.peek(); node !== undefined; node = active.peek()) {
    const direction = tree[node] === free ? -1 : grow(node);
    if (direction < 0) {
      active.shift();
      continue;
    }
    time += 1;
    if (tree[node] === sourceTree) augment(node, direction);
    else augment(node + step(direction), opposite(direction));
    for (let index = 0; index < orphans.length; index++) adopt(orphans[index] as number);
    orphans = [];
  }

  const subject = new Uint8Array(width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) subject[y * width + x] = tree[(y + 1) * stride + x + 1] === sourceTree ? 1 : 0;
  return subject;
}

/** A first-in-first-out queue of nodes, each in it at most once. */
function createQueue(count: number) {
  const ring = new Int32Array(count + 1);
  const queued = new Uint8Array(count);
  let head = 0;
  let tail = 0;
  return {
    push(node: number): void {
      if (queued[node]) return;
      queued[node] = 1;
      ring[tail] = node;
      tail = tail === count ? 0 : tail + 1;
    },
    peek(): number | undefined {
      return head === tail ? undefined : ring[head];
    },
    shift(): void {
      queued[ring[head] as number] = 0;
      head = head === count ? 0 : head + 1;
    },
  };
}
