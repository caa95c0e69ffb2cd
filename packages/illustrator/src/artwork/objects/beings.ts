// Beings of tales and of science that Noto lacks or shows as a head: robots, ghosts, aliens.
import type { Point } from '../drawing.js';
import { limb } from '../sketch.js';
import type { ObjectTable } from './object.js';

/** By name. */
export const beings: ObjectTable = {
  robot: {
    face: [50, 20, 150, 80],
    draw(s) {
      s.line('M100 22V8', 5, '#8d9aa6');
      s.ellipse(100, 7, 7, 7, '#e2473c');
      for (const side of [-1, 1]) {
        s.rect(100 + side * 20 - 11, 150, 22, 36, 5, '#8d9aa6>#697582');
        s.path(
          `M${100 + side * 20 - 20} 198Q${100 + side * 20 - 20} 182 ${100 + side * 20} 182Q${100 + side * 20 + 20} 182 ${100 + side * 20 + 20} 198Z`,
          '#5f6c79',
        );
        s.rect(100 + side * 48 - 7, 40, 14, 26, 5, '#e2473c>#b3342b');
      }
      s.rect(56, 86, 88, 70, 14, '#b3c0cc>#8593a1');
      s.rect(70, 98, 60, 34, 7, '#3f4a55');
      s.line('M76 116H88L94 106L104 126L110 116H124', 3, '#5fe0b0');
      for (const [x, colour] of [
        [78, '#e2473c'],
        [92, '#f2c23f'],
        [106, '#5fc27a'],
      ] as const)
        s.ellipse(x, 143, 4.6, 4.6, colour);
      s.rect(86, 76, 28, 12, 3, '#697582');
      s.rect(50, 20, 100, 60, 18, '#c6d1db>#97a5b3');
      s.rect(60, 30, 80, 40, 13, '#2f3a45');
      for (const x of [82, 118]) {
        s.ellipse(x, 48, 10, 11, '#6fe3ff>#2fb4e0');
        s.ellipse(x - 3, 44, 3.4, 3.4, '#ffffff');
      }
      s.line('M90 63Q100 68 110 63', 3, '#6fe3ff');
      s.path('M60 26Q80 22 96 23Q72 28 62 42Z', '#ffffff*0.5');
    },
    arms(s, front, holding) {
      for (const side of [-1, 1]) {
        const hand: Point = holding ? [100 + side * 52, 134] : [100 + side * 60, 152];
        const elbow: Point = holding ? [100 + side * 66, 116] : [100 + side * 63, 120];
        s.path(limb([[100 + side * 45, 98], elbow, hand], [17, 14, 13]), '#8d9aa6>#697582');
        s.ellipse(100 + side * 46, 98, 13, 13, '#5f6c79');
        const [x, y] = hand;
        (holding ? front : s).path(
          `M${x - 13} ${y + 16}Q${x - 14} ${y - 4} ${x} ${y - 4}Q${x + 14} ${y - 4} ${x + 13} ${y + 16}L${x + 4} ${y + 7}H${x - 4}Z`,
          '#5f6c79',
        );
      }
    },
    grips: [
      [48, 140],
      [152, 140],
    ],
  },
  alien: {
    face: [36, 18, 164, 122],
    draw(s) {
      for (const side of [-1, 1]) {
        s.line(`M${100 + side * 16} 30Q${100 + side * 22} 14 ${100 + side * 34} 8`, 4, '#6aa84a');
        s.ellipse(100 + side * 35, 8, 6, 6, '#a6d86a');
        s.path(
          limb(
            [
              [100 + side * 14, 160],
              [100 + side * 18, 180],
              [100 + side * 22, 192],
            ],
            [20, 15, 13],
          ),
          '#7cba52>#5f9a3c',
        );
        s.ellipse(100 + side * 27, 194, 15, 6, '#5f9a3c');
      }
      s.path('M100 104Q134 106 132 144Q130 176 100 176Q70 176 68 144Q66 106 100 104Z', '#8ccb60>#66a341');
      s.ellipse(100, 150, 20, 20, '#c3eaa0');
      s.path(
        'M100 18C148 18 170 46 164 74C158 100 128 120 100 122C72 120 42 100 36 74C30 46 52 18 100 18Z',
        '#a0da72>#74b34c',
      );
      for (const side of [-1, 1]) {
        s.ellipse(100 + side * 30, 70, 19, 25, '#26262e', side * 22);
        s.ellipse(100 + side * 30 - 5, 60, 6, 8, '#ffffff*0.85', side * 22);
      }
      s.line('M90 104Q100 110 110 104', 3, '#3f6f28');
      s.path('M60 40Q80 24 104 26Q80 34 66 52Z', '#ffffff*0.35');
    },
    arms(s, front, holding) {
      for (const side of [-1, 1]) {
        const hand: Point = holding ? [100 + side * 42, 148] : [100 + side * 46, 166];
        s.path(limb([[100 + side * 24, 124], [100 + side * 48, 136], hand], [15, 12, 11]), '#86c45a>#5f9a3c');
        (holding ? front : s).ellipse(...hand, 9, 9, '#7cba52>#5f9a3c');
      }
    },
    grips: [
      [58, 148],
      [142, 148],
    ],
  },
  ghost: {
    face: [50, 40, 150, 135],
    draw(s) {
      s.path(
        'M100 4C148 4 168 40 168 86V180Q160 200 146 184Q134 172 122 188Q110 202 100 188Q88 174 76 188Q62 202 52 184Q40 176 32 184V86C32 40 52 4 100 4Z',
        '#ffffff>#d3ddf0',
      );
      s.path('M32 112Q10 110 8 130Q18 142 34 134ZM168 112Q190 110 192 130Q182 142 166 134Z', '#eef2fa>#d3ddf0');
      s.path('M60 36Q80 14 108 18Q78 28 66 60Z', '#ffffff*0.9');
      for (const side of [-1, 1]) {
        s.ellipse(100 + side * 26, 76, 11, 15, '#33354a');
        s.ellipse(100 + side * 26 - 4, 70, 4, 5, '#ffffff');
        s.ellipse(100 + side * 42, 100, 11, 7, '#f5a9b8*0.7');
      }
      s.path('M86 106Q100 100 114 106Q112 128 100 128Q88 128 86 106Z', '#33354a');
      s.path('M92 120Q100 114 108 120Q106 127 100 127Q94 127 92 120Z', '#f0829a');
    },
    grips: [
      [18, 132],
      [182, 132],
    ],
  },
  skeleton: {
    face: [60, 4, 140, 74],
    draw(s) {
      const bone = '#f4efe2';
      s.line('M100 74V140', 8, bone);
      for (const [y, half] of [
        [86, 30],
        [97, 32],
        [108, 29],
        [119, 24],
      ] as const)
        s.line(`M${100 - half} ${y - 2}Q100 ${y + 9} ${100 + half} ${y - 2}`, 5.5, bone);
      s.line('M64 80Q100 70 136 80', 7, bone);
      s.path('M78 136Q100 126 122 136Q124 150 108 152L100 146L92 152Q76 150 78 136Z', '#f4efe2>#d8d0bc');
      for (const side of [-1, 1]) {
        s.line(`M${100 + side * 36} 80L${100 + side * 50} 108L${100 + side * 48} 136`, 7, bone);
        for (const dx of [-5, 0, 5]) s.line(`M${100 + side * 48} 138L${100 + side * 49 + dx} 150`, 3.4, bone);
        s.line(`M${100 + side * 14} 150L${100 + side * 18} 172L${100 + side * 18} 192`, 8, bone);
        s.line(`M${100 + side * 18} 195H${100 + side * 34}`, 8, bone);
      }
      s.path(
        'M100 4C136 4 144 32 136 48C132 56 126 54 124 66Q100 74 76 66C74 54 68 56 64 48C56 32 64 4 100 4Z',
        '#fbf8ef>#ded6c2',
      );
      for (const side of [-1, 1]) s.ellipse(100 + side * 16, 36, 10, 11, '#3a332e');
      s.polygon(
        [
          [100, 44],
          [94, 54],
          [106, 54],
        ],
        '#3a332e',
      );
      for (const x of [86, 93, 100, 107, 114]) s.rect(x - 2.6, 58, 5.2, 9, 1.5, '#ffffff');
      s.line('M82 62H118', 1.6, '#8a8172');
    },
  },
  buddha: {
    face: [66, 10, 134, 94],
    draw(s) {
      s.path('M20 186Q30 170 60 176Q100 162 140 176Q170 170 180 186Q176 200 100 200Q24 200 20 186Z', '#e58aa0>#c2607a');
      s.path('M22 178Q26 142 72 146H128Q174 142 178 178Q150 190 100 186Q50 190 22 178Z', '#e9bd52>#bd8a26');
      s.path('M58 160Q50 98 82 88H118Q150 98 142 160Q100 176 58 160Z', '#f2cc68>#c9962f');
      s.path('M70 90Q96 116 92 160L60 150Q54 110 70 90Z', '#d9a63c');
      s.ellipse(100, 152, 26, 12, '#f6d988');
      s.path(
        'M100 18C126 18 132 42 130 60C128 80 116 92 100 92C84 92 72 80 70 60C68 42 74 18 100 18Z',
        '#f8dc8a>#dba63e',
      );
      s.path('M68 56Q66 14 100 12Q134 14 132 56Q124 36 100 36Q76 36 68 56Z', '#8f6a2c');
      s.ellipse(100, 12, 14, 11, '#8f6a2c');
      for (const side of [-1, 1]) {
        s.ellipse(100 + side * 32, 64, 6, 16, '#e9bd52');
        s.line(`M${100 + side * 13 - 7} 60Q${100 + side * 13} 65 ${100 + side * 13 + 7} 60`, 2.6, '#8a5f1c');
      }
      s.ellipse(100, 46, 3.4, 3.4, '#d8433b');
      s.line('M90 78Q100 84 110 78', 2.6, '#a8542c');
    },
  },
  scarecrow: {
    face: [70, 25, 130, 84],
    draw(s) {
      s.rect(95, 60, 10, 140, 2, '#8a5a30');
      s.line('M14 98H186', 9, '#8a5a30');
      for (const side of [-1, 1])
        for (const dy of [-8, 0, 8]) s.line(`M${100 + side * 84} 98L${100 + side * 99} ${98 + dy}`, 3, '#e2b84a');
      s.path('M36 84H164L166 112H136V168H64V112H34Z', '#c9574a>#9c3f35');
      for (const x of [80, 104, 124]) s.line(`M${x} 90V166`, 4, '#f2d27a*0.6');
      s.path('M64 160H136L134 180H66Z', '#4f6f9a');
      for (const x of [72, 90, 110, 128]) s.line(`M${x} 178L${x + 3} 194`, 3.4, '#e2b84a');
      s.ellipse(100, 54, 29, 29, '#f2dcae>#d9ba7c');
      for (const x of [89, 111]) s.ellipse(x, 50, 4.4, 5, '#33302b');
      s.polygon(
        [
          [100, 54],
          [95, 62],
          [105, 62],
        ],
        '#e0872a',
      );
      s.line('M86 68Q100 76 114 68', 2.6, '#6b4630');
      s.path('M48 32Q100 18 152 32Q100 44 48 32Z', '#b9823f');
      s.path('M72 30Q74 2 100 2Q126 2 128 30Q100 38 72 30Z', '#d39a4c>#b27f38');
    },
  },
};
