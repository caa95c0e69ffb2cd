// The page's icons: 20 × 20, one stroke, drawn here. They are decoration: whoever uses one names the button.

const paths = {
  dice: 'M4 6l6-3 6 3v8l-6 3-6-3zM4 6l6 3 6-3M10 9v8',
  close: 'M5 5l10 10M15 5L5 15',
  picture: 'M3.5 4.5h13v11h-13zM3.5 13l4-4 3.5 3.5 2-2 3.5 3.5M12.7 7.8h.01',
  download: 'M10 3.5v9M6.5 9.5L10 13l3.5-3.5M4 16.5h12',
  copy: 'M7 7h9.5v9.5H7zM13 7V3.5H3.5V13H7',
  reuse: 'M4 8.5A6.3 6.3 0 0 1 15.6 7M16 3.5V7.5h-4M16 11.5A6.3 6.3 0 0 1 4.4 13M4 16.5V12.5h4',
  vary: 'M10 3v3M10 14v3M3 10h3M14 10h3M5.5 5.5l1.5 1.5M13 13l1.5 1.5M14.5 5.5L13 7M7 13l-1.5 1.5',
  list: 'M7.5 5h9M7.5 10h9M7.5 15h9M3.8 5h.01M3.8 10h.01M3.8 15h.01',
  search: 'M9 3.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM13 13l3.5 3.5',
  bin: 'M4 5.5h12M8 5.5V3.5h4v2M5.5 5.5l.7 11h7.600l.7-11M8.5 8.5v5M11.5 8.5v5',
  compare: 'M3.5 4.5h13v11h-13zM10 2.5v15M6 8l-1 2 1 2M14 8l1 2-1 2',
  settings: 'M4 6h6M14 6h2M4 14h2M10 14h6M12 4a2 2 0 1 0 0 4 2 2 0 0 0 0-4zM8 12a2 2 0 1 0 0 4 2 2 0 0 0 0-4z',
  chart: 'M4 16.5V9M8 16.5V4M12 16.5v-6M16 16.5V7',
  key: 'M12.5 3.5a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM9.5 10.5l-6 6M5.5 14.5l2 2',
  left: 'M12 4.5L6.5 10l5.5 5.5',
  right: 'M8 4.5l5.5 5.5L8 15.5',
  down: 'M5 7.5l5 5 5-5',
  plus: 'M10 4.5v11M4.5 10h11',
  minus: 'M4.5 10h11',
  fit: 'M4 8V4h4M12 4h4v4M16 12v4h-4M8 16H4v-4',
  sun: 'M10 6.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM10 2.5v1.5M10 16v1.5M2.5 10H4M16 10h1.5M4.7 4.7l1 1M14.3 14.3l1 1M15.3 4.7l-1 1M5.7 14.3l-1 1',
  moon: 'M16 11.8A6.5 6.5 0 1 1 8.2 4a5.2 5.2 0 0 0 7.8 7.8z',
  system: 'M3 4.5h14v9H3zM7.5 16.5h5M10 13.5v3',
  leave: 'M8 4H4.5v12H8M8.5 10H16M13 6.5l3.5 3.5-3.5 3.5',
  eye: 'M2.5 10s2.8-5 7.5-5 7.5 5 7.5 5-2.8 5-7.5 5-7.5-5-7.5-5zM10 8a2 2 0 1 0 0 4 2 2 0 0 0 0-4z',
};

/** One icon in the colour of the text around it. */
export function Icon({ name }: { name: keyof typeof paths }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}

/** The drop with two eyes. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 32 32" aria-hidden="true">
      <path d="M16 3c5.2 6.6 9 11.4 9 16.600a9 9 0 0 1-18 0C7 14.4 10.8 9.6 16 3z" />
      <circle cx="12.6" cy="20" r="1.7" />
      <circle cx="19.4" cy="20" r="1.7" />
    </svg>
  );
}
