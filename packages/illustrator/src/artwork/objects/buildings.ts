// Buildings that Noto lacks, or draws only as a picture of a place.
import type { Sketch } from '../sketch.js';
import type { ObjectTable } from './object.js';

/** One tier of a Chinese roof: eaves that sweep up at the ends, a wall below. */
function drawTier(s: Sketch, y: number, half: number, wall: number): void {
  s.rect(100 - half * 0.7, y, half * 1.4, wall, 1, '#c9473a|#9c3027');
  for (const share of [-0.42, 0, 0.42])
    s.rect(100 + share * half - half * 0.1, y + wall * 0.24, half * 0.2, wall * 0.76, 1, '#5b2620');
  s.path(
    `M${100 - half * 1.12} ${y - 6}Q${100 - half * 0.9} ${y + 3} ${100 - half * 0.66} ${y - 14}L${100 - half * 0.5} ${y - 22}H${100 + half * 0.5}L${100 + half * 0.66} ${y - 14}Q${100 + half * 0.9} ${y + 3} ${100 + half * 1.12} ${y - 6}Q${100 + half * 0.9} ${y + 12} ${100 + half * 0.7} ${y + 7}H${100 - half * 0.7}Q${100 - half * 0.9} ${y + 12} ${100 - half * 1.12} ${y - 6}Z`,
    '#4a8577>#2f5d53',
  );
  s.rect(100 - half * 0.72, y + 4, half * 1.44, 3.4, 1, '#e0b24a');
}

/** By name. */
export const buildings: ObjectTable = {
  windmill: {
    draw(s) {
      s.path('M70 74H130L150 198H50Z', '#f4ead8|#cdbd9f');
      s.path('M64 76Q100 26 136 76Z', '#c9604a>#9c4431');
      s.rect(86, 160, 28, 38, 12, '#7f4f2a');
      for (const [x, y] of [
        [88, 96],
        [104, 126],
      ] as const)
        s.rect(x, y, 15, 19, 3, '#6fa6c4');
      s.rect(54, 140, 92, 6, 2, '#a9825a');
      for (const turn of [20, 110, 200, 290])
        s.group(`rotate(${turn} 100 66)`, () => {
          s.rect(98, -26, 4, 92, 1, '#7f5a38');
          s.rect(102, -24, 20, 70, 1, '#fbf4e4*0.95');
          for (const y of [-12, 2, 16, 30]) s.line(`M102 ${y}H122`, 1.6, '#a9825a');
          s.line('M112 -24V46', 1.6, '#a9825a');
        });
      s.ellipse(100, 66, 8, 8, '#5b3f2c');
    },
  },
  pagoda: {
    draw(s) {
      s.rect(98, 0, 4, 22, 1, '#e0b24a');
      s.ellipse(100, 10, 5, 6, '#e0b24a');
      for (const [y, half, wall] of [
        [38, 34, 22],
        [72, 42, 24],
        [108, 51, 26],
        [146, 60, 46],
      ] as const)
        drawTier(s, y, half, wall);
      s.rect(38, 190, 124, 10, 2, '#bdb8ad>#928d83');
    },
  },
  temple: {
    draw(s) {
      s.rect(0, 184, 200, 16, 2, '#c6c0b4>#9a9488');
      s.rect(12, 172, 176, 14, 2, '#d8d2c6');
      s.rect(24, 100, 152, 74, 1, '#b8402f|#94301f');
      for (const x of [26, 58, 90, 122, 160]) s.rect(x, 98, 12, 76, 2, '#d8503c|#a83422');
      for (const x of [42, 74, 106, 138]) s.rect(x, 112, 15, 60, 1, '#5b2a1c');
      s.path(
        'M-6 104Q14 104 30 74L44 62H156L170 74Q186 104 206 104Q180 116 164 106H36Q20 116 -6 104Z',
        '#d9a13a>#a8741f',
      );
      s.rect(26, 104, 148, 7, 1, '#2f6f8f');
      s.path('M30 56Q48 54 58 34L66 26H134L142 34Q152 54 170 56Q154 68 144 60H56Q46 68 30 56Z', '#e2ae48>#b07c26');
      s.rect(56, 58, 88, 8, 1, '#2f6f8f');
      s.rect(62, 20, 76, 7, 3, '#8a5a1c');
    },
  },
  bridge: {
    draw(s) {
      s.path('M0 112Q100 36 200 112V200H172Q168 122 100 118Q32 122 28 200H0Z', '#c2bbae>#948d81');
      s.path('M34 200Q36 128 100 124Q164 128 166 200H172Q168 122 100 118Q32 122 28 200Z', '#7f786d');
      s.path('M-4 106Q100 28 204 106V118Q100 42 -4 118Z', '#d8d2c6');
      for (let index = 0; index <= 8; index++) {
        const x = index * 25;
        const y = 106 - 76 * (1 - ((x - 100) / 100) ** 2) * 0.5 - 4;
        s.rect(x - 4, y - 26, 8, 30, 2, '#bdb6a9');
      }
      s.path('M-4 82Q100 4 204 82V90Q100 12 -4 90Z', '#ccc5b9');
      for (const [x, y] of [
        [12, 140],
        [40, 116],
        [150, 112],
        [176, 140],
        [8, 170],
        [182, 172],
      ] as const)
        s.rect(x, y, 20, 10, 3, '#a9a296*0.8');
    },
    top: [100, 70],
  },
  barn: {
    draw(s) {
      s.polygon(
        [
          [22, 92],
          [50, 44],
          [100, 18],
          [150, 44],
          [178, 92],
          [178, 198],
          [22, 198],
        ],
        '#c9473a>#a3352b',
      );
      for (let x = 36; x < 178; x += 14) s.line(`M${x} 96V198`, 1.4, '#8a2b22*0.6');
      s.path('M12 94L46 38L100 8L154 38L188 94L178 98L148 48L100 22L52 48L22 98Z', '#5b5048>#433a34');
      s.rect(66, 124, 68, 74, 2, '#f6efe2');
      s.rect(71, 129, 58, 69, 1, '#a83a2f');
      s.line('M72 130L128 196M128 130L72 196', 5, '#f6efe2');
      s.rect(84, 58, 32, 30, 2, '#f6efe2');
      s.rect(88, 62, 24, 22, 1, '#6b3a2a');
    },
  },
  pyramid: {
    draw(s) {
      s.polygon(
        [
          [92, 20],
          [128, 196],
          [2, 196],
        ],
        '#f0cd86>#d9ae60',
      );
      s.polygon(
        [
          [92, 20],
          [198, 196],
          [128, 196],
        ],
        '#c59a50>#a87f3c',
      );
      for (let row = 1; row < 9; row++) {
        const t = row / 9;
        s.line(
          `M${92 - 90 * t} ${20 + 176 * t}L${92 + 36 * t} ${20 + 176 * t}L${92 + 106 * t} ${20 + 176 * t}`,
          1.5,
          '#a9823f*0.5',
        );
      }
    },
  },
  'great wall': {
    draw(s) {
      s.path('M0 200V128Q40 104 70 116T130 92T200 64V200Z', '#c2b193>#8f7f63');
      s.path('M0 128Q40 104 70 116T130 92T200 64V78Q160 90 130 106T70 130T0 142Z', '#d9cbb0');
      for (let x = 2; x < 198; x += 17) {
        const y = 128 - x * 0.3 + Math.sin(x / 18) * 5 - 10;
        s.rect(x, y - 8, 10, 14, 1, '#cdbea1');
      }
      s.rect(54, 58, 66, 92, 2, '#c9b998|#9c8c6e');
      for (const x of [52, 70, 88, 106]) s.rect(x, 46, 13, 16, 1, '#d4c5a6');
      for (const x of [64, 92]) s.path(`M${x} 110V94Q${x + 8} 82 ${x + 16} 94V110Z`, '#5b4f3c');
      for (const [x, y] of [
        [14, 160],
        [42, 172],
        [90, 168],
        [130, 150],
        [160, 160],
        [176, 130],
      ] as const)
        s.rect(x, y, 22, 9, 2, '#7d6e54*0.4');
    },
  },
  skyscraper: {
    draw(s) {
      s.rect(96, 0, 8, 30, 2, '#8b98a3');
      s.rect(72, 22, 56, 30, 2, '#7fa3bd|#557a95');
      s.rect(56, 44, 88, 156, 2, '#8fb4cd|#5a819d');
      for (let y = 52; y < 188; y += 13)
        for (let x = 63; x < 138; x += 13) s.rect(x, y, 9, 8.5, 1, (x * 7 + y * 3) % 11 < 3 ? '#ffe6a0' : '#d6ecf7');
      s.rect(28, 96, 32, 104, 2, '#a8b8c4|#7c8e9c');
      for (let y = 104; y < 190; y += 13) for (const x of [33, 45]) s.rect(x, y, 9, 8, 1, '#e2eff6');
      s.rect(140, 78, 36, 122, 2, '#6f93ad|#4a6d87');
      for (let y = 86; y < 190; y += 13)
        for (const x of [146, 160]) s.rect(x, y, 10, 8, 1, (x + y) % 3 === 0 ? '#ffe6a0' : '#c3dfee');
    },
  },
  carousel: {
    draw(s) {
      s.ellipse(100, 186, 96, 14, '#b8404a>#8f2f3a');
      s.ellipse(100, 180, 96, 13, '#f6e6c0');
      for (const [x, colour] of [
        [34, '#8fc4e8'],
        [76, '#f2a7c0'],
        [124, '#f2d27a'],
        [166, '#a8d8a8'],
      ] as const) {
        s.line(`M${x} 70V182`, 3.4, '#d9a93f');
        s.path(
          `M${x - 17} 150Q${x - 22} 132 ${x - 12} 126L${x - 8} 118L${x - 4} 130Q${x + 8} 134 ${x + 15} 130L${x + 19} 144L${x + 13} 146L${x + 15} 164H${x + 10}L${x + 6} 150H${x - 6}L${x - 10} 164H${x - 15}L${x - 11} 148Z`,
          colour,
        );
        s.rect(x - 5, 128, 12, 8, 3, '#d8504a');
      }
      s.rect(90, 70, 20, 110, 2, '#e9c765|#c49a3a');
      s.path('M4 78Q100 -30 196 78Q100 60 4 78Z', '#d8504a>#b03a3a');
      for (const [a, b] of [
        [30, 62],
        [84, 116],
        [138, 170],
      ] as const)
        s.path(`M100 12L${a} 70Q${(a + b) / 2} 64 ${b} 70Z`, '#fff3d6');
      s.path(
        'M4 78Q20 96 36 74Q52 94 68 70Q84 90 100 68Q116 90 132 70Q148 94 164 74Q180 96 196 78Q100 58 4 78Z',
        '#e9b93f',
      );
      s.ellipse(100, 12, 6, 7, '#e9b93f');
    },
  },
  roof: {
    draw(s) {
      s.polygon(
        [
          [40, 60],
          [160, 60],
          [198, 150],
          [2, 150],
        ],
        '#c9604a>#9c4431',
      );
      for (let row = 0; row < 6; row++)
        for (let index = 0; index < 12; index++) {
          const t = row / 6;
          const [left, right] = [40 - 38 * t, 160 + 38 * t];
          s.ellipse(
            left + ((index + (row % 2) * 0.5 + 0.3) * (right - left)) / 12,
            68 + row * 15,
            8,
            9,
            row % 2 === 0 ? '#d8735a' : '#c0583f',
          );
        }
      s.rect(36, 52, 128, 11, 4, '#8a3a2a');
    },
  },
  igloo: {
    draw(s) {
      s.path('M8 198Q8 70 100 66Q192 70 192 198Z', '#f4fafd>#bfdcec');
      for (const [y, half] of [
        [104, 70],
        [136, 84],
        [168, 91],
      ] as const)
        s.line(`M${100 - half} ${y}Q100 ${y - 12} ${100 + half} ${y}`, 2.4, '#a9cbdd');
      for (const d of [
        'M70 74L62 98',
        'M130 74L138 98',
        'M44 106L34 132',
        'M100 98V126',
        'M156 106L166 132',
        'M24 140L18 166',
        'M178 140L182 166',
      ])
        s.line(d, 2.2, '#a9cbdd');
      s.path('M58 198V158Q58 122 100 122Q142 122 142 158V198Z', '#e2f1f8>#a9cfe2');
      s.path('M70 198V160Q70 134 100 134Q130 134 130 160V198Z', '#3f6f8f>#28506b');
    },
  },
};
