// Plants and natural things that Noto lacks.
import { limb, type Sketch } from '../sketch.js';
import type { ObjectTable } from './object.js';

/** A crown of leaves or blossom: many discs, lighter towards the light. */
function drawCrown(
  s: Sketch,
  discs: readonly (readonly [number, number, number])[],
  light: string,
  dark: string,
): void {
  for (const [x, y, r] of discs) s.ellipse(x + 3, y + 5, r, r, dark);
  for (const [x, y, r] of discs) s.ellipse(x, y, r * 0.94, r * 0.94, `${light}>${dark}`);
}

const crown = [
  [100, 44, 38],
  [58, 62, 32],
  [142, 62, 32],
  [36, 92, 27],
  [164, 92, 27],
  [84, 86, 32],
  [122, 90, 32],
] as const;

/** By name. */
export const nature: ObjectTable = {
  bamboo: {
    draw(s) {
      for (const [x, top, w] of [
        [60, 10, 17],
        [104, 0, 20],
        [146, 24, 16],
      ] as const) {
        s.rect(x - w / 2, top, w, 200 - top, 4, '#8cc152|#5d8f30');
        for (let y = top + 34; y < 196; y += 40) {
          s.rect(x - w / 2 - 1.5, y, w + 3, 5, 2, '#4f7f28');
          s.rect(x - w / 2, y - 3, w, 3, 1, '#b4dc7c');
        }
      }
      for (const [x, y, turn] of [
        [70, 46, 28],
        [70, 46, -12],
        [112, 76, 20],
        [112, 76, 58],
        [94, 38, 158],
        [94, 38, 196],
        [138, 66, 150],
        [152, 62, 30],
        [52, 90, 150],
        [52, 90, 190],
        [154, 104, 24],
      ] as const)
        s.group(`translate(${x} ${y}) rotate(${turn})`, () => s.path('M0 0Q20 -12 44 0Q20 8 0 0Z', '#7ab53f>#4f8a2c'));
    },
  },
  bush: {
    draw(s) {
      drawCrown(
        s,
        [
          [100, 128, 50],
          [48, 148, 40],
          [152, 148, 40],
          [28, 172, 27],
          [172, 172, 27],
          [84, 168, 34],
          [124, 170, 32],
        ],
        '#7cbf58',
        '#3f8a3a',
      );
      for (const [x, y] of [
        [70, 120],
        [112, 108],
        [140, 140],
        [48, 156],
        [98, 156],
      ] as const)
        s.ellipse(x, y, 4.6, 4.6, '#f2798f');
    },
  },
  'cherry tree': {
    draw(s) {
      s.path(
        limb(
          [
            [100, 200],
            [98, 150],
            [106, 110],
            [98, 80],
          ],
          [30, 19, 15, 9],
        ),
        '#7a5040|#573629',
      );
      s.path(
        limb(
          [
            [102, 128],
            [70, 104],
            [52, 84],
          ],
          [11, 8, 5],
        ),
        '#6b4536',
      );
      s.path(
        limb(
          [
            [102, 118],
            [134, 100],
            [150, 82],
          ],
          [11, 8, 5],
        ),
        '#6b4536',
      );
      drawCrown(s, crown, '#ffd3e0', '#ef97b4');
      for (let index = 0; index < 46; index++) {
        const [x, y, r] = crown[index % crown.length] ?? [100, 60, 30];
        const angle = index * 2.4;
        const reach = r * (0.25 + ((index * 37) % 60) / 90);
        s.ellipse(
          x + Math.cos(angle) * reach,
          y + Math.sin(angle) * reach,
          4.2,
          3.8,
          index % 3 === 0 ? '#ffffff' : index % 3 === 1 ? '#fbb6cd' : '#e9809f',
        );
      }
    },
  },
  bonsai: {
    draw(s) {
      s.path('M36 164H164L152 198H48Z', '#4f7fa8>#34597c');
      s.rect(28, 156, 144, 13, 4, '#5f91bc');
      s.ellipse(100, 157, 54, 6, '#6b4a30');
      s.path(
        limb(
          [
            [96, 158],
            [78, 128],
            [112, 104],
            [96, 74],
          ],
          [26, 18, 14, 8],
        ),
        '#8a5f42|#65432c',
      );
      s.path(
        limb(
          [
            [104, 110],
            [136, 96],
          ],
          [10, 5],
        ),
        '#7a5238',
      );
      drawCrown(
        s,
        [
          [88, 50, 26],
          [116, 54, 22],
          [62, 62, 20],
          [146, 86, 22],
          [166, 92, 15],
          [126, 92, 15],
          [52, 106, 18],
          [36, 110, 13],
          [68, 112, 13],
        ],
        '#6fb052',
        '#3c7a36',
      );
    },
  },
  grass: {
    draw(s) {
      for (let blade = 0; blade < 17; blade++) {
        const x = 22 + blade * 9.8;
        const tip = x + ((blade * 29) % 50) - 25;
        const top = 84 + ((blade * 47) % 60);
        s.path(
          `M${x - 7} 200Q${x - 3} ${(200 + top) / 2} ${tip} ${top}Q${x + 6} ${(200 + top) / 2 + 10} ${x + 7} 200Z`,
          blade % 2 === 0 ? '#86c756>#4f9438' : '#6bb045>#3f8230',
        );
      }
    },
  },
  vine: {
    draw(s) {
      s.line('M60 0Q120 40 80 90T110 198', 6, '#5f8a3c');
      for (const [x, y, turn] of [
        [84, 22, 20],
        [108, 52, 150],
        [86, 84, -10],
        [78, 108, 160],
        [96, 142, 30],
        [112, 174, 150],
      ] as const)
        s.group(`translate(${x} ${y}) rotate(${turn})`, () => {
          s.path('M0 0Q10 -26 34 -20Q52 -6 40 16Q18 26 0 0Z', '#7cbf4f>#4a8f34');
          s.line('M2 0L36 -3', 2, '#3f7a2c');
        });
    },
  },
  leaf: {
    draw(s) {
      s.path('M30 190Q-6 90 72 36Q126 2 194 6Q198 78 160 130Q116 188 38 176Z', '#8ccf5a>#3f9440');
      s.line('M24 196Q70 130 160 40', 6, '#d3efa8');
      for (const [a, b, c, d] of [
        [70, 138, 64, 92],
        [92, 112, 88, 62],
        [118, 84, 116, 40],
        [70, 138, 118, 140],
        [92, 112, 144, 112],
        [118, 84, 168, 80],
      ] as const)
        s.line(`M${a} ${b}Q${(a + c) / 2} ${(b + d) / 2 - 6} ${c} ${d}`, 3, '#c3e694');
    },
  },
  wreath: {
    draw(s) {
      for (let index = 0; index < 26; index++) {
        const angle = (index / 26) * 2 * Math.PI;
        const [x, y] = [100 + Math.cos(angle) * 70, 100 + Math.sin(angle) * 70];
        for (const tilt of [40, -40])
          s.group(`translate(${x} ${y}) rotate(${(angle * 180) / Math.PI + 90 + tilt})`, () =>
            s.path('M0 0Q14 -11 32 0Q14 9 0 0Z', index % 2 === 0 ? '#5fa84f>#3a7a36' : '#4a9144>#2f6a30'),
          );
      }
      for (const [x, y, colour] of [
        [100, 26, '#e2574c'],
        [160, 60, '#f2c23f'],
        [172, 120, '#ef8fb4'],
        [130, 168, '#e2574c'],
        [60, 164, '#f2c23f'],
        [28, 112, '#ef8fb4'],
        [46, 52, '#8f7fd8'],
      ] as const) {
        for (let petal = 0; petal < 5; petal++)
          s.ellipse(
            x + Math.cos((petal * 2 * Math.PI) / 5) * 8,
            y + Math.sin((petal * 2 * Math.PI) / 5) * 8,
            7,
            7,
            colour,
          );
        s.ellipse(x, y, 5, 5, '#fff3c9');
      }
    },
  },
  petal: {
    draw(s) {
      s.path(
        'M100 196Q20 130 36 56Q52 8 84 20Q96 26 100 44Q104 26 116 20Q148 8 164 56Q180 130 100 196Z',
        '#ffdbe6>#f08fae',
      );
      s.path('M92 60Q70 90 84 150Q58 110 66 66Z', '#ffffff*0.5');
    },
  },
  iceberg: {
    draw(s) {
      s.polygon(
        [
          [4, 200],
          [40, 110],
          [70, 124],
          [104, 14],
          [140, 84],
          [160, 72],
          [196, 200],
        ],
        '#e9f6fc>#9fcfe6',
      );
      s.polygon(
        [
          [104, 14],
          [140, 84],
          [122, 140],
          [96, 200],
          [70, 124],
        ],
        '#ffffff>#cfe9f5',
      );
      s.polygon(
        [
          [160, 72],
          [196, 200],
          [140, 200],
          [122, 140],
          [140, 84],
        ],
        '#8fc3de>#6aa8ca',
      );
      s.polygon(
        [
          [40, 110],
          [70, 124],
          [58, 200],
          [4, 200],
        ],
        '#cfe9f5>#8fc3de',
      );
    },
  },
  crystal: {
    draw(s) {
      for (const [x, top, half, turn] of [
        [58, 84, 20, -18],
        [146, 74, 22, 16],
        [100, 6, 32, 0],
      ] as const)
        s.group(`rotate(${turn} ${x} 190)`, () => {
          s.polygon(
            [
              [x, top],
              [x + half, top + half * 1.3],
              [x + half * 0.8, 194],
              [x - half * 0.8, 194],
              [x - half, top + half * 1.3],
            ],
            '#c39bf0>#7a4fc4',
          );
          s.polygon(
            [
              [x, top],
              [x + half * 0.3, top + half * 1.5],
              [x + half * 0.2, 194],
              [x - half * 0.8, 194],
              [x - half, top + half * 1.3],
            ],
            '#dcc3fa>#a67fe2',
          );
          s.polygon(
            [
              [x, top],
              [x + half * 0.3, top + half * 1.5],
              [x - half, top + half * 1.3],
            ],
            '#f4eaff',
          );
        });
    },
  },
  sandcastle: {
    draw(s) {
      s.path('M0 200Q100 172 200 200Z', '#d9b878');
      for (const [x, w, top] of [
        [22, 44, 96],
        [134, 44, 96],
        [70, 60, 60],
      ] as const) {
        s.path(`M${x + 5} ${top}H${x + w - 5}L${x + w} 194H${x}Z`, '#f0d493>#d3ae66');
        for (let notch = 0; notch < 3; notch++)
          s.rect(x + 4 + notch * ((w - 8) / 3) + 1.5, top - 12, (w - 8) / 3 - 4, 14, 1, '#ecce8a');
      }
      s.path('M86 194V164Q86 150 100 150Q114 150 114 164V194Z', '#8f6a34');
      for (const x of [40, 152]) s.ellipse(x + 4, 130, 6, 8, '#a8803f');
      s.rect(88, 88, 24, 20, 8, '#a8803f');
      s.line('M100 50V16', 3, '#8a5a30');
      s.path('M101 16L126 24L101 34Z', '#e2473c');
      s.ellipse(46, 178, 8, 6, '#ffd9c4');
    },
  },
  'star shape': {
    draw(s) {
      s.path('M100 4L128 68L197 75L145 122L160 190L100 154L40 190L55 122L3 75L72 68Z', '#ffdc52>#f2b01c');
      s.path('M100 4L128 68L197 75L100 102Z', '#ffffff*0.25');
    },
  },
};
