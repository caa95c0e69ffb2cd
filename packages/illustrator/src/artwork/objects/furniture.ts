// Furniture and what furnishes rooms.
import type { Sketch } from '../sketch.js';
import type { ObjectTable } from './object.js';

function drawTable(s: Sketch, wood: string, dark: string, cloth: string | null): void {
  for (const x of [30, 156]) s.path(`M${x} 112H${x + 14}L${x + 11} 176H${x + 3}Z`, dark);
  for (const x of [12, 172]) s.path(`M${x} 124H${x + 16}L${x + 13} 200H${x + 3}Z`, `${wood}|${dark}`);
  s.polygon(
    [
      [34, 84],
      [166, 84],
      [198, 116],
      [2, 116],
    ],
    `${wood}`,
  );
  s.polygon(
    [
      [34, 84],
      [166, 84],
      [172, 90],
      [28, 90],
    ],
    '#ffffff*0.18',
  );
  s.rect(2, 116, 196, 12, 3, dark);
  if (cloth !== null) {
    s.polygon(
      [
        [60, 84],
        [140, 84],
        [152, 116],
        [48, 116],
      ],
      cloth,
    );
    s.path('M48 116H152L150 150Q125 138 100 152Q75 138 50 150Z', cloth);
  }
}

/** By name. */
export const furniture: ObjectTable = {
  couch: {
    draw(s) {
      for (const x of [34, 156]) s.rect(x - 5, 180, 12, 20, 3, '#5b3f2c');
      s.path('M30 130V76Q30 58 48 58H152Q170 58 170 76V130Z', '#5f9fd4>#3f7cb4');
      s.line('M100 62V128', 2.5, '#2f6597');
      s.path('M26 126H174V178H26Z', '#4a8cc6>#356fa6');
      for (const x of [31, 101]) s.rect(x, 112, 68, 34, 9, '#74b0e2>#4d8cc6');
      for (const x of [6, 168])
        s.path(
          `M${x} 184V110Q${x} 92 ${x + 13} 92Q${x + 26} 92 ${x + 26} 110V184Q${x + 13} 190 ${x} 184Z`,
          '#5b9bd2>#3a74ab',
        );
      s.rect(40, 74, 34, 34, 8, '#f2c45a>#dfa636');
    },
    seat: [100, 122],
  },
  armchair: {
    draw(s) {
      for (const x of [52, 138]) s.rect(x - 5, 180, 12, 20, 3, '#5b3f2c');
      s.path('M46 130V52Q46 24 100 24Q154 24 154 52V130Z', '#c9584e>#a43d36');
      s.path('M42 126H158V180H42Z', '#b8473f>#93352e');
      s.rect(48, 112, 104, 32, 10, '#dd7067>#b8473f');
      for (const x of [22, 146])
        s.path(
          `M${x} 184V112Q${x} 94 ${x + 16} 94Q${x + 32} 94 ${x + 32} 112V184Q${x + 16} 190 ${x} 184Z`,
          '#c2524a>#9a3a33',
        );
    },
    seat: [100, 120],
  },
  table: { draw: (s) => drawTable(s, '#c98f56', '#9a6638', null), top: [100, 98] },
  'dining table': {
    draw(s) {
      for (const x of [44, 128]) {
        s.rect(x, 40, 28, 52, 5, '#a8713f>#8a5a30');
        for (const dx of [5, 12, 19]) s.rect(x + dx, 50, 4, 36, 1, '#c98f56');
      }
      drawTable(s, '#d8a468', '#a8713f', '#f6f1e6');
      s.ellipse(100, 98, 24, 7, '#ffffff');
      s.ellipse(100, 98, 15, 4, '#dfe6ea');
      s.rect(70, 92, 2.4, 14, 1, '#aab5be');
      s.rect(129, 92, 2.4, 14, 1, '#aab5be');
      s.path('M140 92Q138 78 146 76Q154 78 152 92Z', '#cfe9f5*0.9');
    },
    top: [100, 96],
  },
  desk: {
    draw(s) {
      s.rect(130, 112, 60, 86, 4, '#a8713f>#8a5a30');
      for (const y of [118, 144, 170]) {
        s.rect(136, y, 48, 22, 3, '#c98f56');
        s.rect(154, y + 9, 12, 4, 2, '#6b4630');
      }
      s.path('M12 112H26V198H16Z', '#9a6638');
      s.polygon(
        [
          [26, 86],
          [176, 86],
          [198, 106],
          [2, 106],
        ],
        '#d8a468',
      );
      s.rect(2, 106, 196, 11, 3, '#9a6638');
    },
    top: [90, 94],
  },
  bookshelf: {
    draw(s) {
      s.rect(30, 2, 140, 196, 5, '#a8713f>#7f4f2a');
      const colours = ['#d8574c', '#4f8fc9', '#f2b84a', '#6aa868', '#8f63b8', '#e58a4a', '#4aa8a0', '#c9506f'];
      for (let shelf = 0; shelf < 4; shelf++) {
        const y = 12 + shelf * 46;
        s.rect(38, y, 124, 40, 2, '#5f3a20');
        let x = 40;
        for (let book = 0; x < 150; book++) {
          const wide = 9 + ((book * 7 + shelf * 5) % 7);
          const tall = 26 + ((book * 5 + shelf * 11) % 11);
          s.rect(x, y + 40 - tall, wide - 1.5, tall, 1.5, colours[(book + shelf * 3) % colours.length] ?? '#d8574c');
          x += wide;
        }
        s.rect(34, y + 40, 132, 5, 1, '#b9804a');
      }
    },
  },
  lamp: {
    draw(s) {
      s.ellipse(100, 188, 44, 11, '#8a6a3c>#6b4f2a');
      s.path('M92 190Q90 150 96 140Q82 128 92 112H108Q118 128 104 140Q110 150 108 190Z', '#c9a05a|#96703a');
      s.rect(95, 86, 10, 30, 3, '#96703a');
      s.path('M64 12H136L172 96Q100 112 28 96Z', '#ffe9ae>#f6c662');
      s.path('M72 18H88L60 96Q48 95 42 92Z', '#ffffff*0.45');
      s.line('M30 97Q100 112 170 97', 4, '#d89c3c');
    },
  },
  'floor lamp': {
    draw(s) {
      s.ellipse(100, 192, 34, 7, '#5b5048');
      s.rect(97, 50, 6, 142, 2, '#6b6058');
      s.path('M80 4H120L142 54Q100 62 58 54Z', '#ffe9ae>#f6c662');
    },
  },
  bench: {
    draw(s) {
      for (const x of [28, 160]) {
        s.path(`M${x} 62H${x + 10}V132H${x}Z`, '#3f4a44');
        s.path(
          `M${x - 6} 128H${x + 18}V138H${x + 14}L${x + 18} 198H${x + 8}L${x + 4} 150L${x + 2} 198H${x - 8}L${x - 4} 138Z`,
          '#4a564f>#333c37',
        );
        s.line(`M${x - 8} 100Q${x - 12} 92 ${x} 94`, 6, '#3f4a44');
      }
      for (const y of [60, 78, 96]) s.rect(8, y, 184, 13, 4, '#c58a50>#a36c38');
      for (const y of [120, 130]) s.rect(2, y, 196, 11, 4, '#d39a5e>#ad7540');
    },
    seat: [100, 122],
  },
  stool: {
    draw(s) {
      for (const [a, b] of [
        [60, 46],
        [140, 154],
      ] as const)
        s.line(`M${a} 96L${b} 196`, 11, '#8a5a30');
      s.line('M52 156H148', 7, '#7a4d28');
      s.ellipse(100, 90, 58, 16, '#9a6638');
      s.ellipse(100, 84, 58, 16, '#d39a5e');
    },
    seat: [100, 84],
  },
  clock: {
    draw(s) {
      s.ellipse(100, 100, 98, 98, '#8a5a34>#5f3b20');
      s.ellipse(100, 100, 84, 84, '#fffdf6>#efe9da');
      for (let hour = 0; hour < 12; hour++) {
        const angle = (hour * Math.PI) / 6;
        const long = hour % 3 === 0 ? 16 : 9;
        const at = (r: number) => `${100 + Math.sin(angle) * r} ${100 - Math.cos(angle) * r}`;
        s.line(`M${at(76)}L${at(76 - long)}`, hour % 3 === 0 ? 6 : 4, '#4a4238');
      }
      s.line('M100 100L68 72', 8, '#33302b');
      s.line('M100 100L136 56', 6, '#33302b');
      s.ellipse(100, 100, 7, 7, '#d8433b');
    },
  },
  fireplace: {
    draw(s) {
      s.rect(20, 40, 160, 158, 3, '#b5654a>#8f4a34');
      for (let row = 0; row < 7; row++)
        for (let x = row % 2 === 0 ? 24 : 10; x < 176; x += 28)
          s.rect(Math.max(22, x), 52 + row * 21, Math.min(25, 176 - x), 17, 2, '#c97a5c*0.7');
      s.rect(6, 26, 188, 18, 4, '#f1e6d3>#d3c3a5');
      s.path('M54 198V118Q54 84 100 84Q146 84 146 118V198Z', '#2b211d');
      s.path(
        'M100 116Q126 146 120 176Q116 194 100 194Q84 194 80 176Q78 158 88 146Q94 156 96 144Q98 130 100 116Z',
        '#ff8a2a>#e2571f',
      );
      s.path('M101 144Q116 164 110 180Q106 190 100 190Q92 188 90 178Q92 168 97 172Q100 160 101 144Z', '#ffd95a');
      s.rect(68, 186, 64, 11, 5, '#6b4630');
    },
  },
  carpet: {
    draw(s) {
      s.polygon(
        [
          [34, 150],
          [166, 150],
          [198, 194],
          [2, 194],
        ],
        '#b8404a>#96303c',
      );
      s.polygon(
        [
          [44, 155],
          [156, 155],
          [180, 189],
          [20, 189],
        ],
        '#e2b25a',
      );
      s.polygon(
        [
          [52, 159],
          [148, 159],
          [167, 185],
          [33, 185],
        ],
        '#a83644',
      );
      s.ellipse(100, 172, 34, 8, '#e2b25a');
      s.ellipse(100, 172, 22, 5, '#3f6f8f');
    },
    top: [100, 172],
  },
  pillow: {
    draw(s) {
      s.path(
        'M22 92Q100 66 178 92Q190 84 194 96Q182 132 192 178Q186 192 176 184Q100 200 24 184Q14 192 8 178Q18 132 6 96Q10 84 22 92Z',
        '#cfe3f4>#9fc0dd',
      );
      s.path('M40 104Q100 86 150 100Q90 100 52 124Z', '#ffffff*0.6');
    },
  },
  wardrobe: {
    draw(s) {
      for (const x of [38, 150]) s.rect(x, 188, 14, 12, 2, '#5f3a20');
      s.rect(28, 14, 144, 178, 4, '#b9804a>#8f5a30');
      s.rect(22, 4, 156, 14, 4, '#a36c38');
      for (const x of [36, 103]) s.rect(x, 26, 61, 156, 3, '#cc945c>#ad7540');
      for (const x of [90, 106]) s.ellipse(x, 104, 4, 6, '#f2d27a');
    },
  },
  piano: {
    draw(s) {
      for (const x of [22, 166]) s.rect(x, 120, 12, 80, 3, '#2b2624');
      s.rect(14, 24, 172, 92, 6, '#4a3c36>#2f2623');
      s.rect(22, 32, 156, 50, 4, '#5c4b43');
      s.rect(64, 42, 72, 34, 2, '#f6f1e6');
      for (const y of [50, 57, 64]) s.rect(70, y, 60, 1.6, 0, '#8a8178');
      s.rect(6, 108, 188, 22, 4, '#3a2f2a');
      s.rect(12, 100, 176, 16, 2, '#fbfaf6');
      for (let key = 0; key < 15; key++) {
        s.rect(12 + key * 11.7, 100, 1, 16, 0, '#9a948c');
        if (![2, 6, 9, 13].includes(key)) s.rect(20 + key * 11.7, 100, 6, 9, 1, '#2b2624');
      }
      s.rect(30, 140, 140, 56, 3, '#3a2f2a');
    },
  },
  blackboard: {
    draw(s) {
      for (const [a, b] of [
        [60, 40],
        [140, 160],
      ] as const)
        s.line(`M${a} 120L${b} 198`, 9, '#8a5a30');
      s.rect(8, 14, 184, 126, 5, '#b9804a>#8f5a30');
      s.rect(18, 24, 164, 106, 2, '#2f5f4a>#26503e');
      s.rect(60, 136, 80, 9, 3, '#a36c38');
      s.rect(74, 132, 20, 5, 2, '#ffffff');
    },
  },
  swing: {
    draw(s) {
      for (const [a, b] of [
        [44, 12],
        [44, 70],
        [156, 130],
        [156, 188],
      ] as const)
        s.line(`M${a} 10L${b} 198`, 8, '#c9574a');
      s.line('M40 12H160', 9, '#b0453a');
      for (const x of [78, 122]) s.line(`M${x} 14V140`, 3, '#7b8792');
      s.rect(68, 138, 64, 10, 4, '#c98f56');
    },
    seat: [100, 138],
  },
};
