// A table that scrolls in its own frame, so that the page does not.
import type { ReactNode } from 'react';

interface Props {
  /** Names the table for screen readers. */
  name: string;
  columns: readonly string[];
  rows: readonly { key: string; cells: readonly ReactNode[] }[];
  /** Columns of figures, from this one on, stand to the right. */
  figuresFrom?: number;
}

/** The first cell of a row names it. */
export function DataTable({ name, columns, rows, figuresFrom = Number.POSITIVE_INFINITY }: Props) {
  const side = (index: number) => (index >= figuresFrom ? 'figure' : undefined);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys
    <section className="table-frame" tabIndex={0} aria-label={name}>
      <table>
        <thead>
          <tr>
            {columns.map((column, index) => (
              <th key={column} scope="col" className={side(index)}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells: [first, ...rest] }) => (
            <tr key={key}>
              <th scope="row">{first}</th>
              {rest.map((cell, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a cell's place is its column
                <td key={index} className={side(index + 1)}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
