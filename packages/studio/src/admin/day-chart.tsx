// Figures of days as bars or lines: plain SVG that scales with its frame. Screen readers get one sentence; the table
// beside the charts has every figure.
import { labelledPlaces, ticksUpTo } from './chart-scale.js';

export interface Series {
  name: string;
  /** One for each day; null: there is none. */
  values: readonly (number | null)[];
  /** Colour of the style sheet: `chart-1`. */
  colour: string;
}

interface Props {
  title: string;
  /** What the last days come to, for the head. */
  total: string;
  days: readonly string[];
  series: readonly Series[];
  kind: 'bars' | 'lines';
  /** How a figure of the axis is written. */
  format(value: number): string;
}

const size = { width: 640, height: 200, left: 52, right: 22, top: 10, bottom: 24 };
const inner = { width: size.width - size.left - size.right, height: size.height - size.top - size.bottom };

/** One chart in a card. Bars count things, lines measure. */
export function DayChart({ title, total, days, series, kind, format }: Props) {
  const most = Math.max(0, ...series.flatMap(({ values }) => values.map((value) => value ?? 0)));
  const ticks = ticksUpTo(most, kind === 'bars');
  const top = ticks.at(-1) ?? 1;
  const slot = inner.width / Math.max(1, days.length);
  const x = (index: number) => size.left + slot * (index + 0.5);
  const y = (value: number) => size.top + inner.height * (1 - value / top);
  const labelled = labelledPlaces(days.length, 8);
  return (
    <figure className="card chart">
      <figcaption>
        <span>{title}</span>
        <strong>{total}</strong>
      </figcaption>
      <svg viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-label={`${title}: ${total}`}>
        {ticks.map((tick) => (
          <g key={tick}>
            <line className="grid" x1={size.left} x2={size.width - size.right} y1={y(tick)} y2={y(tick)} />
            <text className="axis" x={size.left - 8} y={y(tick) + 4} textAnchor="end">
              {format(tick)}
            </text>
          </g>
        ))}
        {days.map(
          (day, index) =>
            labelled.has(index) && (
              <text className="axis" key={day} x={x(index)} y={size.height - 6} textAnchor="middle">
                {day}
              </text>
            ),
        )}
        {series.map((one) =>
          kind === 'bars' ? (
            <Bars
              key={one.name}
              series={one}
              days={days}
              x={x}
              y={y}
              width={Math.min(28, slot * 0.64)}
              format={format}
            />
          ) : (
            <Line key={one.name} series={one} days={days} x={x} y={y} format={format} />
          ),
        )}
      </svg>
      {series.length > 1 && (
        <ul className="legend">
          {series.map(({ name, colour }) => (
            <li key={name}>
              <i className={colour} />
              {name}
            </li>
          ))}
        </ul>
      )}
    </figure>
  );
}

interface Drawn {
  series: Series;
  days: readonly string[];
  x(index: number): number;
  y(value: number): number;
  format(value: number): string;
}

function Bars({ series, days, x, y, width, format }: Drawn & { width: number }) {
  return series.values.map((value, index) => (
    <rect
      key={days[index]}
      className={series.colour}
      x={x(index) - width / 2}
      y={y(value ?? 0)}
      width={width}
      height={y(0) - y(value ?? 0)}
      rx={2}
    >
      <title>{`${days[index]}: ${format(value ?? 0)}`}</title>
    </rect>
  ));
}

/** Days without a figure interrupt the line. */
function Line({ series, days, x, y, format }: Drawn) {
  let open = false;
  const path = series.values.map((value, index) => {
    const command = value === null ? '' : `${open ? 'L' : 'M'}${x(index).toFixed(1)} ${y(value).toFixed(1)}`;
    open = value !== null;
    return command;
  });
  return (
    <g className={series.colour}>
      <path className="line" d={path.join('')} />
      {series.values.map(
        (value, index) =>
          value !== null && (
            <circle key={days[index]} cx={x(index)} cy={y(value)} r={3}>
              <title>{`${days[index]} · ${series.name}: ${format(value)}`}</title>
            </circle>
          ),
      )}
    </g>
  );
}
