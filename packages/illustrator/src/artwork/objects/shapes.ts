// Plain bodies and signs: what prompts about colours and positions like to ask for.
import type { ObjectTable } from './object.js';

/** By name. */
export const shapes: ObjectTable = {
  suitcase: {
    draw(s) {
      s.line('M76 60V12Q76 4 84 4H116Q124 4 124 12V60', 7, '#5f6a74');
      s.rect(80, 4, 40, 11, 5, '#3b4148');
      for (const x of [54, 146]) s.ellipse(x, 192, 9, 9, '#33383e');
      s.rect(34, 44, 132, 148, 15, '#4a9ae0>#2a6db4');
      for (const x of [58, 86, 114, 142]) s.rect(x - 4, 54, 8, 128, 4, '#245f9f*0.5');
      s.rect(40, 50, 12, 134, 6, '#ffffff*0.25');
      s.rect(78, 48, 44, 10, 4, '#2b2f35');
      s.ellipse(122, 96, 20, 14, '#f6d46a', -12);
      s.line('M110 98L134 93', 3, '#c9742c');
      s.rect(62, 132, 32, 24, 3, '#f1e9dc');
      s.rect(66, 137, 24, 5, 1, '#e2574c');
    },
  },
  cube: {
    draw(s) {
      s.polygon(
        [
          [100, 4],
          [188, 50],
          [100, 96],
          [12, 50],
        ],
        '#7fb2ea>#6aa2e0',
      );
      s.polygon(
        [
          [12, 50],
          [100, 96],
          [100, 198],
          [12, 150],
        ],
        '#4f8bd0>#3f78bb',
      );
      s.polygon(
        [
          [188, 50],
          [100, 96],
          [100, 198],
          [188, 150],
        ],
        '#356aa8>#2b5a94',
      );
    },
    top: [100, 50],
  },
  sphere: {
    draw(s) {
      s.ellipse(100, 100, 98, 98, '#6aa8ea@#2a5fa8');
      s.ellipse(66, 58, 24, 16, '#ffffff*0.5', -38);
    },
  },
  cone: {
    draw(s) {
      s.path('M100 2L190 172Q190 198 100 198Q10 198 10 172Z', '#f2a24a|#c9701f');
      s.path('M100 2L60 190Q30 186 20 176Z', '#ffffff*0.22');
    },
  },
  cylinder: {
    draw(s) {
      s.path('M30 30V170Q30 198 100 198Q170 198 170 170V30Z', '#5fb58a|#2f7f58');
      s.ellipse(100, 30, 70, 26, '#8fd8b0>#6fc296');
    },
    top: [100, 30],
  },
  triangle: {
    draw: (s) =>
      s.path('M100 6Q106 6 110 12L194 178Q198 192 184 194H16Q2 192 6 178L90 12Q94 6 100 6Z', '#f2c23f>#dd9a22'),
  },
  square: { draw: (s) => s.rect(6, 6, 188, 188, 12, '#ef6a5b>#cc473c') },
  circle: { draw: (s) => s.ellipse(100, 100, 96, 96, '#6aa8ea>#3f7cc4') },
  atom: {
    draw(s) {
      for (const turn of [0, 60, 120])
        s.group(`rotate(${turn} 100 100)`, () => s.line('M4 100a96 36 0 1 0 192 0a96 36 0 1 0 -192 0', 6, '#4f9ad8'));
      s.ellipse(100, 100, 18, 18, '#ff8a5a@#d8433b');
      for (const [x, y] of [
        [196, 100],
        [52, 17],
        [52, 183],
      ] as const)
        s.ellipse(x, y, 11, 11, '#ffd95a@#e0a02c');
    },
  },
  'magic lamp': {
    draw(s) {
      s.line('M150 108Q196 92 186 130Q174 158 138 152', 11, '#c9962c');
      s.path(
        'M6 96Q36 112 64 116H136Q160 112 156 132Q146 166 110 174H86Q44 164 30 124Q14 112 6 96Z',
        '#f6cf5a>#c98f22',
      );
      s.path('M44 128Q60 158 92 166Q62 150 62 122Z', '#ffffff*0.4');
      s.path('M72 116Q76 88 104 86Q132 88 134 116Z', '#f2c23f>#d39a26');
      s.ellipse(104, 82, 8, 8, '#f6d46a');
      s.path('M78 172H120L136 196H62Z', '#e0aa36>#b07c1c');
      s.path('M10 92Q-6 66 14 48Q4 34 18 18Q20 36 34 44Q22 66 26 88Z', '#b9a4ea*0.7');
    },
  },
  towel: {
    draw(s) {
      s.rect(10, 22, 180, 9, 4, '#b9804a');
      s.path('M44 26H156V188Q128 196 100 190T44 188Z', '#8fd0e4>#5fa9c4');
      for (const y of [136, 152]) s.rect(44, y, 112, 8, 0, '#ffffff*0.8');
      s.path('M62 30H76V188H62Z', '#ffffff*0.25');
    },
  },
  mask: {
    draw(s) {
      s.path(
        'M8 70Q60 40 100 66Q140 40 192 70Q190 136 142 140Q116 138 100 112Q84 138 58 140Q10 136 8 70Z',
        '#8f5fc4>#5f3a96',
      );
      for (const side of [-1, 1])
        s.path(
          `M${100 + side * 22} 92Q${100 + side * 48} 68 ${100 + side * 72} 88Q${100 + side * 48} 112 ${100 + side * 22} 92Z`,
          '#1f1a2b',
        );
      s.path('M100 66Q92 36 104 12Q114 40 108 66Z', '#f2c23f');
      s.path('M92 66Q70 40 72 20Q92 40 102 66Z', '#e2574c');
      s.line('M14 76Q60 50 100 74Q140 50 186 76', 4, '#f2d27a');
    },
  },
  necklace: {
    draw(s) {
      s.line('M20 20Q30 150 100 152Q170 150 180 20', 5, '#f2c84b');
      for (const [x, y] of [
        [26, 60],
        [42, 100],
        [66, 132],
        [134, 132],
        [158, 100],
        [174, 60],
      ] as const)
        s.ellipse(x, y, 9, 9, '#fffdf6@#d9cfc0');
      s.polygon(
        [
          [100, 146],
          [122, 166],
          [100, 198],
          [78, 166],
        ],
        '#5fb5ea>#2f76c4',
      );
      s.polygon(
        [
          [100, 146],
          [122, 166],
          [78, 166],
        ],
        '#bfe3fa',
      );
    },
  },
  ribbon: {
    draw(s) {
      s.path('M92 96Q60 150 50 196L72 186L86 200Q96 150 108 104Z', '#c9303f');
      s.path('M108 96Q140 150 150 196L128 186L114 200Q104 150 92 104Z', '#b8283a');
      for (const side of [-1, 1])
        s.path(
          `M100 86C${100 + side * 30} 30 ${100 + side * 100} 30 ${100 + side * 94} 86C${100 + side * 100} 138 ${100 + side * 30} 134 100 86Z`,
          '#ef5a66>#c9303f',
        );
      s.ellipse(100, 86, 19, 22, '#b8283a>#94202f');
    },
  },
  comb: {
    draw(s) {
      s.rect(6, 66, 188, 26, 10, '#e07a4f>#b8562f');
      for (let x = 12; x < 186; x += 11) s.rect(x, 88, 6, 48, 3, '#cc6a42');
    },
  },
  box: {
    draw(s) {
      s.polygon(
        [
          [24, 82],
          [176, 82],
          [176, 196],
          [24, 196],
        ],
        '#d9a868>#b9824a',
      );
      s.polygon(
        [
          [24, 82],
          [4, 54],
          [92, 54],
          [100, 82],
        ],
        '#e6bd84',
      );
      s.polygon(
        [
          [176, 82],
          [196, 54],
          [108, 54],
          [100, 82],
        ],
        '#d3a063',
      );
      s.polygon(
        [
          [24, 82],
          [40, 60],
          [160, 60],
          [176, 82],
        ],
        '#7f5a30',
      );
      s.rect(88, 82, 24, 40, 0, '#f0dcb4*0.8');
    },
    top: [100, 70],
  },
  cross: {
    draw(s) {
      s.path('M84 4H116V62H170V94H116V196H84V94H30V62H84Z', '#c98f56>#8f5a30');
      s.path('M90 10H96V190H90Z', '#ffffff*0.25');
    },
  },
  cannon: {
    draw(s) {
      s.path('M4 84Q2 66 20 66L150 92Q182 100 180 128Q170 150 142 142L20 112Q4 108 4 84Z', '#5f6670>#33383f');
      s.rect(0, 62, 16, 56, 6, '#444a52');
      s.path('M86 128L196 176L190 192L76 160Z', '#8a5a30');
      s.ellipse(112, 158, 40, 40, '#8f5a30');
      s.ellipse(112, 158, 29, 29, '#c98f56');
      for (const turn of [0, 45, 90, 135])
        s.group(`rotate(${turn} 112 158)`, () => s.rect(76, 154, 72, 8, 2, '#8f5a30'));
      s.ellipse(112, 158, 9, 9, '#444a52');
      s.ellipse(186, 130, 9, 9, '#444a52');
    },
  },
  spear: {
    draw(s) {
      s.rect(96, 40, 8, 158, 3, '#b9804a|#8f5a30');
      s.polygon(
        [
          [100, 0],
          [116, 34],
          [100, 56],
          [84, 34],
        ],
        '#c6ced6|#8d99a4',
      );
      s.rect(92, 52, 16, 10, 3, '#c9473a');
    },
  },
  pumpkin: {
    draw(s) {
      s.path('M96 52Q88 22 112 8L124 18Q110 30 112 54Z', '#7a8a3a>#55642a');
      for (const [x, rx] of [
        [44, 42],
        [156, 42],
        [70, 44],
        [130, 44],
        [100, 42],
      ] as const)
        s.ellipse(x, 124, rx, 72, '#f7963a>#d9661a');
      for (const x of [58, 84, 116, 142]) s.line(`M${x} 60Q${x + (x - 100) * 0.5} 124 ${x} 190`, 3, '#c4581a*0.6');
      s.ellipse(64, 92, 10, 26, '#ffffff*0.3', 12);
    },
  },
};
