// A picture that can be zoomed and moved, by wheel, drag, double click or keys.
import { type PointerEvent, useEffect, useRef, useState } from 'react';
import { Icon } from '../look/icons.js';
import { useWords } from '../text/language.js';

interface View {
  /** 1: fits the window. */
  scale: number;
  /** Offset of the middle, px. */
  x: number;
  y: number;
}

const fitted: View = { scale: 1, x: 0, y: 0 };
const maxScale = 8;

/** Zooms by a factor; back to the middle when it fits again. */
function zoomBy(view: View, factor: number): View {
  const scale = Math.min(maxScale, Math.max(1, view.scale * factor));
  return scale === 1 ? fitted : { scale, x: (view.x * scale) / view.scale, y: (view.y * scale) / view.scale };
}

/** `+`, `-` and `0` work while the viewer has the focus. `preview`: a small picture that is there at once. */
export function ZoomStage({ url, preview, name }: { url: string; preview: string; name: string }) {
  const words = useWords();
  const [view, setView] = useState(fitted);
  const stage = useRef<HTMLDivElement>(null);
  const drag = useRef<{ x: number; y: number } | undefined>(undefined);
  useEffect(() => {
    const element = stage.current;
    // React listens passively to wheels: then the page would scroll along.
    const turn = (event: WheelEvent) => {
      event.preventDefault();
      setView((before) => zoomBy(before, event.deltaY < 0 ? 1.2 : 1 / 1.2));
    };
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey) return;
      if (event.key === '+' || event.key === '=') setView((before) => zoomBy(before, 1.5));
      if (event.key === '-') setView((before) => zoomBy(before, 1 / 1.5));
      if (event.key === '0') setView(fitted);
    };
    element?.addEventListener('wheel', turn, { passive: false });
    window.addEventListener('keydown', press);
    return () => {
      element?.removeEventListener('wheel', turn);
      window.removeEventListener('keydown', press);
    };
  }, []);
  function startDrag(event: PointerEvent): void {
    if (view.scale === 1) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { x: event.clientX - view.x, y: event.clientY - view.y };
  }
  function moveDrag(event: PointerEvent): void {
    const from = drag.current;
    if (from) setView((before) => ({ ...before, x: event.clientX - from.x, y: event.clientY - from.y }));
  }
  const endDrag = () => {
    drag.current = undefined;
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the buttons and keys below do the same as the pointer here
    <div
      ref={stage}
      className={view.scale > 1 ? 'stage zoomed' : 'stage'}
      onPointerDown={startDrag}
      onPointerMove={moveDrag}
      onPointerUp={endDrag}
      onPointerCancel={endDrag}
      onDoubleClick={() => setView((before) => (before.scale > 1 ? fitted : zoomBy(fitted, 2.5)))}
    >
      <img
        src={url}
        alt={name}
        draggable={false}
        style={{
          backgroundImage: `url("${encodeURI(preview)}")`,
          transform: `translate(${view.x}px, ${view.y}px) scale(${view.scale})`,
        }}
      />
      <div className="zoom-bar">
        <button type="button" aria-label={words.zoomOut} onClick={() => setView((before) => zoomBy(before, 1 / 1.5))}>
          <Icon name="minus" />
        </button>
        <button type="button" title={words.zoomFit} onClick={() => setView(fitted)}>
          <span className="zoom-value">{Math.round(view.scale * 100)}%</span>
        </button>
        <button type="button" aria-label={words.zoomIn} onClick={() => setView((before) => zoomBy(before, 1.5))}>
          <Icon name="plus" />
        </button>
      </div>
    </div>
  );
}
