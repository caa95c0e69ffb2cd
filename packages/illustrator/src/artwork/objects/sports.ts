// Sports gear and toys.
import type { ObjectTable } from './object.js';

/** By name. */
export const sports: ObjectTable = {
  'tennis racket': {
    draw(s) {
      s.group('rotate(34 100 100)', () => {
        s.path('M88 126L97 148V196H103V148L112 126Z', '#3f86d8>#2a62ab');
        s.rect(92, 146, 16, 54, 6, '#3b3f47>#25282e');
        for (const y of [158, 170, 182]) s.line(`M92 ${y}L108 ${y - 6}`, 2, '#6b727c');
        s.path(
          'M46 66a54 68 0 1 0 108 0a54 68 0 1 0 -108 0ZM58 66a42 56 0 1 1 84 0a42 56 0 1 1 -84 0Z',
          '#3f86d8>#2a62ab',
        );
        s.ellipse(100, 66, 42, 56, '#eaf4f8*0.3');
        for (const x of [66, 78, 89, 100, 111, 122, 134])
          s.line(
            `M${x} ${66 - Math.sqrt(Math.max(0, 1 - ((x - 100) / 42) ** 2)) * 55}V${66 + Math.sqrt(Math.max(0, 1 - ((x - 100) / 42) ** 2)) * 55}`,
            1.6,
            '#9fb4c2',
          );
        for (const y of [22, 36, 50, 64, 78, 92, 106])
          s.line(
            `M${100 - Math.sqrt(Math.max(0, 1 - ((y - 66) / 56) ** 2)) * 41} ${y}H${100 + Math.sqrt(Math.max(0, 1 - ((y - 66) / 56) ** 2)) * 41}`,
            1.6,
            '#9fb4c2',
          );
      });
    },
  },
  'baseball bat': {
    draw(s) {
      s.group('rotate(38 100 100)', () => {
        s.path('M88 8Q100 -4 112 8Q116 60 106 126L105 186H95L94 126Q84 60 88 8Z', '#e0ad6c|#b07a3c');
        s.path('M92 12Q90 60 96 120Q92 60 96 10Z', '#ffffff*0.5');
        s.rect(94, 140, 12, 48, 3, '#4a3a34');
        s.ellipse(100, 192, 10, 6, '#a8713f');
      });
    },
  },
  'baseball glove': {
    draw(s) {
      for (const [x, y, turn] of [
        [56, 52, -22],
        [88, 36, -8],
        [120, 38, 6],
        [150, 58, 20],
      ] as const)
        s.group(`rotate(${turn} ${x} ${y})`, () => s.rect(x - 17, y - 32, 34, 92, 17, '#b5703a>#94562a'));
      s.path('M30 96Q16 86 12 102Q10 124 36 150Z', '#a8642f');
      s.path('M34 92Q100 60 166 88Q182 140 146 180Q100 200 62 182Q26 150 34 92Z', '#c07a40>#94562a');
      s.path('M58 110Q100 88 142 108Q146 146 120 164Q90 172 70 156Q56 136 58 110Z', '#a5622f');
      s.ellipse(102, 130, 30, 30, '#ffffff>#e2ddd4');
      s.line('M82 112Q94 130 84 150M122 112Q110 130 120 150', 2.4, '#d8433b');
      for (const x of [70, 104, 136]) s.line(`M${x} 70V92`, 3, '#6b3d1c');
    },
  },
  surfboard: {
    draw(s) {
      s.path('M100 0Q146 54 144 120Q142 176 118 198Q100 204 82 198Q58 176 56 120Q54 54 100 0Z', '#ffd35a>#f0a42c');
      s.path('M100 0Q118 22 128 48Q100 66 72 48Q82 22 100 0Z', '#ef6a5b');
      s.path('M57 130Q100 150 143 130Q142 146 138 158Q100 178 62 158Q58 146 57 130Z', '#3fa6c4');
      s.path('M80 40Q66 84 70 140Q60 84 80 40Z', '#ffffff*0.55');
      s.line('M100 6V196', 2, '#c9802c*0.7');
    },
  },
  snowboard: {
    draw(s) {
      s.group('rotate(24 100 100)', () => {
        s.path(
          'M66 34Q66 2 100 2Q134 2 134 34V60Q128 100 134 140V166Q134 198 100 198Q66 198 66 166V140Q72 100 66 60Z',
          '#4f8fe0>#6a3fc0',
        );
        s.path('M74 36Q74 10 100 10Q84 20 84 60V140Q74 100 74 36Z', '#ffffff*0.35');
        s.polygon(
          [
            [92, 18],
            [118, 44],
            [100, 44],
            [116, 74],
            [84, 40],
            [102, 40],
          ],
          '#ffe27a',
        );
        for (const y of [62, 120]) {
          s.rect(74, y, 52, 20, 7, '#2f3340');
          s.rect(82, y + 5, 36, 9, 4, '#8b96a0');
        }
      });
    },
  },
  skis: {
    draw(s) {
      for (const [turn, x] of [
        [-12, 72],
        [12, 128],
      ] as const)
        s.group(`rotate(${turn} 100 110)`, () => {
          s.path(
            `M${x - 9} 196V30Q${x - 9} 4 ${x} 0Q${x + 9} 4 ${x + 9} 30V196Q${x} 200 ${x - 9} 196Z`,
            '#e2473c>#2f6fc4',
          );
          s.rect(x - 7, 40, 4, 140, 2, '#ffffff*0.5');
          s.rect(x - 11, 96, 22, 34, 4, '#33383e');
        });
      for (const [a, b] of [
        [34, 52],
        [166, 148],
      ] as const) {
        s.line(`M${a} 40L${b} 194`, 4, '#7b8792');
        s.line(`M${a} 40L${a + (b - a) * 0.16} 64`, 9, '#33383e');
        s.ellipse(b - (b - a) * 0.1, 180, 11, 3.6, '#4a525a');
      }
    },
  },
  'hockey stick': {
    draw(s) {
      s.line('M150 6L84 166Q76 186 56 186H20', 13, '#c58a50');
      s.line('M150 6L132 50', 14, '#33383e');
      s.line('M60 186H20', 15, '#33383e');
      s.ellipse(150, 186, 26, 9, '#2b2e33');
      s.ellipse(150, 181, 26, 9, '#4a4f57');
    },
  },
  'golf club': {
    draw(s) {
      s.line('M142 6L76 178', 6, '#aab5be');
      s.line('M142 6L126 48', 11, '#33383e');
      s.path('M82 170Q70 192 40 196Q26 198 28 188Q46 176 66 162Z', '#c6ced6>#7b8792');
      s.ellipse(130, 186, 12, 12, '#ffffff>#dfe4e8');
    },
  },
  dumbbell: {
    draw(s) {
      s.rect(50, 128, 100, 16, 4, '#b3bec8>#7b8792');
      for (const [x, w, h] of [
        [22, 22, 96],
        [46, 18, 70],
        [136, 18, 70],
        [156, 22, 96],
      ] as const)
        s.rect(x, 136 - h / 2, w, h, 6, '#4a4f57>#2b2e33');
      for (const x of [12, 180]) s.rect(x, 126, 10, 20, 3, '#8b96a0');
    },
  },
  'tennis ball': {
    draw(s) {
      s.ellipse(100, 100, 98, 98, '#e2f05a@#a9c22a');
      s.line('M24 40Q84 100 24 162M176 40Q116 100 176 162', 8, '#fbfdf0');
    },
  },
  'bowling ball': {
    draw(s) {
      s.ellipse(100, 100, 98, 98, '#4f5fb0@#262c5c');
      for (const [x, y] of [
        [86, 50],
        [118, 48],
        [106, 76],
      ] as const)
        s.ellipse(x, y, 10, 11, '#15183a');
      s.ellipse(58, 58, 22, 14, '#ffffff*0.35', -40);
    },
  },
  trampoline: {
    draw(s) {
      for (const x of [24, 66, 128, 170]) s.rect(x, 150, 8, 50, 2, '#5f6a74');
      s.ellipse(100, 150, 98, 26, '#3f7fd0>#2f62a8');
      s.ellipse(100, 147, 78, 18, '#2b2e33>#40454d');
    },
    top: [100, 146],
  },
  'rubber duck': {
    face: [100, 28, 196, 100],
    draw(s) {
      s.path(
        'M26 120Q8 108 14 92Q48 104 66 112H118Q100 92 100 68Q102 30 142 28Q180 30 182 66Q182 92 166 106Q190 128 184 158Q172 196 104 196Q34 194 26 120Z',
        '#ffd83f>#f2b01c',
      );
      s.path('M54 134Q92 120 124 140Q116 172 82 170Q56 164 54 134Z', '#f4b822');
      s.path('M174 62Q200 60 198 72Q194 84 172 82Z', '#ff8a3a>#e2641c');
      s.ellipse(152, 56, 7, 8.6, '#2b2b2b');
      s.ellipse(150, 53, 2.6, 2.6, '#ffffff');
      s.ellipse(126, 46, 10, 7, '#ffffff*0.5', -30);
    },
  },
  'rocking horse': {
    draw(s) {
      s.line('M8 176Q100 216 192 176', 12, '#b8404a');
      for (const [a, b] of [
        [58, 46],
        [78, 66],
        [128, 136],
        [146, 156],
      ] as const)
        s.line(`M${a} 128L${b} 188`, 12, '#c98f56');
      s.path(
        'M40 134Q34 108 60 100Q44 84 40 64L22 70Q10 66 14 52L40 30Q46 20 54 14L60 28Q84 44 90 92H140Q166 96 162 132Q100 148 40 134Z',
        '#e0ad6c>#b9804a',
      );
      s.path('M56 18Q92 30 96 92H80Q84 56 52 38Z', '#7a4f2c');
      s.path('M160 104Q188 104 184 150Q168 140 158 120Z', '#7a4f2c');
      s.path('M80 92H132Q132 116 106 118Q80 116 80 92Z', '#d8433b');
      s.ellipse(36, 50, 4, 5, '#2b2320');
    },
    seat: [106, 92],
  },
  pinwheel: {
    draw(s) {
      s.rect(96, 76, 8, 124, 3, '#b9804a');
      ['#e2574c', '#f2c23f', '#4f8fe0', '#5fb56a'].forEach((colour, index) => {
        s.group(`rotate(${index * 90} 100 76)`, () => {
          s.path('M100 76L100 4Q150 10 154 50Z', colour);
          s.path('M100 76L100 4L124 40Z', '#ffffff*0.25');
        });
      });
      s.ellipse(100, 76, 8, 8, '#fff3d6');
    },
  },
  lego: {
    draw(s) {
      for (const [x, y, colour, dark] of [
        [20, 140, '#e2473c', '#b8342b'],
        [104, 140, '#3f7fd0', '#2f62a8'],
        [60, 84, '#f6c23f', '#d99f22'],
      ] as const) {
        for (const dx of [8, 44]) s.rect(x + dx, y - 12, 26, 18, 4, colour);
        s.rect(x, y, 80, 56, 4, `${colour}>${dark}`);
        s.rect(x, y, 80, 7, 3, '#ffffff*0.3');
      }
    },
  },
  doll: {
    face: [56, 20, 144, 108],
    draw(s) {
      for (const side of [-1, 1]) {
        s.line(`M${100 + side * 30} 116L${100 + side * 56} 146`, 14, '#f6cda8');
        s.line(`M${100 + side * 16} 168V188`, 14, '#f6cda8');
        s.ellipse(100 + side * 18, 194, 12, 7, '#8f2f55');
      }
      s.path('M74 104H126L152 176H48Z', '#ef7fa6>#d0587f');
      s.path('M52 164Q100 180 148 164L152 176H48Z', '#ffe3ee');
      s.ellipse(100, 58, 54, 54, '#b5653a');
      for (const side of [-1, 1]) s.ellipse(100 + side * 56, 86, 18, 30, '#b5653a>#94502a', side * 12);
      s.ellipse(100, 66, 42, 40, '#fbdcbf');
      s.path('M56 56Q60 18 100 16Q140 18 144 56Q120 34 100 40Q80 34 56 56Z', '#c8743f');
      for (const side of [-1, 1]) {
        s.ellipse(100 + side * 17, 68, 6, 7.4, '#33302b');
        s.ellipse(100 + side * 26, 82, 7, 5, '#f59a9a*0.7');
      }
      s.line('M92 86Q100 94 108 86', 3, '#b8404a');
    },
  },
  'bow and arrow': {
    draw(s) {
      s.path('M60 4Q150 100 60 196L52 190Q126 100 52 10Z', '#b9804a>#8f5a30');
      s.line('M56 8V192', 2.4, '#e9e2d2');
      s.line('M20 100H176', 5, '#d8b98a');
      s.polygon(
        [
          [196, 100],
          [168, 88],
          [174, 100],
          [168, 112],
        ],
        '#9aa6b0',
      );
      for (const dx of [0, 10])
        s.polygon(
          [
            [20 + dx, 100],
            [8 + dx, 88],
            [18 + dx, 88],
            [30 + dx, 100],
            [18 + dx, 112],
            [8 + dx, 112],
          ],
          '#e2574c',
        );
    },
  },
};
