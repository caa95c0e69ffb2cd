// Reads FlatBuffers tables, the container that TensorFlow Lite keeps its networks in, straight from the bytes.
// Layout: a table starts with a signed offset back to its vtable; the vtable gives, per field number, where in the
// table the field stands (0: absent, use the default). Vectors, strings and sub-tables are reached by unsigned offsets.
// Source: the FlatBuffers "internals" description of the binary format.

/** One table of a FlatBuffers file. Every getter returns the fallback when the field is absent. */
export interface FlatTable {
  integer: (field: number, fallback?: number) => number;
  byte: (field: number, fallback?: number) => number;
  text: (field: number) => string;
  table: (field: number) => FlatTable | undefined;
  tables: (field: number) => FlatTable[];
  integers: (field: number) => number[];
  bytes: (field: number) => Uint8Array;
}

/** The root table of a FlatBuffers file. Throws a RangeError when an offset points outside the bytes. */
export function readFlatBuffer(bytes: Uint8Array): FlatTable {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return tableAt(view, view.getUint32(0, true));
}

function tableAt(view: DataView, start: number): FlatTable {
  const vtable = start - view.getInt32(start, true);
  const vtableBytes = view.getUint16(vtable, true);

  /** Absolute position of a field's value, 0 when absent. */
  const position = (field: number): number => {
    const slot = 4 + 2 * field;
    if (slot >= vtableBytes) return 0;
    const offset = view.getUint16(vtable + slot, true);
    return offset === 0 ? 0 : start + offset;
  };
  const follow = (at: number): number => at + view.getUint32(at, true);

  /** First element and length of a vector; an absent vector is an empty one. */
  const vector = (field: number): { first: number; length: number } => {
    const at = position(field);
    if (at === 0) return { first: 0, length: 0 };
    const target = follow(at);
    return { first: target + 4, length: view.getUint32(target, true) };
  };
  const bytesOf = (field: number): Uint8Array => {
    const { first, length } = vector(field);
    // The file may be a window on a larger buffer: it must not read on into its neighbour.
    if (first + length > view.byteLength) throw new RangeError('The file ends within a vector.');
    return new Uint8Array(view.buffer, view.byteOffset + first, length);
  };

  return {
    integer: (field, fallback = 0) => {
      const at = position(field);
      return at === 0 ? fallback : view.getInt32(at, true);
    },
    byte: (field, fallback = 0) => {
      const at = position(field);
      return at === 0 ? fallback : view.getInt8(at);
    },
    text: (field) => new TextDecoder().decode(bytesOf(field)),
    table: (field) => {
      const at = position(field);
      return at === 0 ? undefined : tableAt(view, follow(at));
    },
    tables: (field) => {
      const { first, length } = vector(field);
      return Array.from({ length }, (_, index) => tableAt(view, follow(first + 4 * index)));
    },
    integers: (field) => {
      const { first, length } = vector(field);
      return Array.from({ length }, (_, index) => view.getInt32(first + 4 * index, true));
    },
    bytes: bytesOf,
  };
}
