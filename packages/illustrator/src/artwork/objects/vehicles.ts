// Vehicles that Noto lacks or shows cut off.
import type { Sketch } from '../sketch.js';
import type { ObjectTable } from './object.js';

function wheel(s: Sketch, x: number, y: number, r: number): void {
  s.ellipse(x, y, r, r, '#3b3f47>#25282e');
  s.ellipse(x, y, r * 0.56, r * 0.56, '#c6ced6>#8f9ba6');
  s.ellipse(x, y, r * 0.2, r * 0.2, '#5f6a74');
}

/** By name. */
export const vehicles: ObjectTable = {
  bus: {
    draw(s) {
      s.path('M4 170V66Q4 44 24 44H292Q306 44 306 60V170Z', '#e8574a>#bb352c');
      s.rect(20, 34, 260, 14, 6, '#d24539');
      s.path('M4 118H306V130H4Z', '#fff3e2*0.9');
      s.path('M10 112V70Q10 60 20 60H44V112Z', '#d4eefa>#93c6e0');
      for (const x of [94, 136, 178, 220, 262]) s.rect(x, 60, 37, 40, 5, '#d4eefa>#93c6e0');
      s.rect(50, 58, 38, 104, 4, '#a82d26');
      for (const x of [53, 70]) s.rect(x, 63, 15, 92, 3, '#c4e4f2>#8fbfd8');
      s.rect(0, 160, 310, 12, 4, '#3b3f47');
      s.ellipse(11, 142, 6, 9, '#fff6c9');
      s.ellipse(301, 142, 4, 9, '#ffb05a');
      s.path('M-4 74Q-8 64 4 62L8 70Q2 72 4 82Z', '#3b3f47');
      wheel(s, 62, 172, 25);
      wheel(s, 246, 172, 25);
    },
  },
  boat: {
    draw(s) {
      s.line('M112 20V124', 5, '#8a5a34');
      s.path('M112 20L142 30L112 40Z', '#f6efe2');
      s.path('M104 36Q66 62 46 112H104Z', '#fffaf0>#e9dfc9');
      s.path('M104 36Q94 70 94 112H104Z', '#000000*0.06');
      s.path('M120 46Q152 74 160 112H120Z', '#f07a6c>#cf4a3f');
      s.path('M4 116Q100 134 196 112Q188 186 154 196H52Q16 188 4 116Z', '#e2574c>#b33c33');
      s.path('M4 114Q100 132 196 110L195 120Q100 143 6 125Z', '#fff3e0');
      s.path('M14 150Q100 168 186 146Q184 152 182 156Q100 176 18 160Z', '#8f2c26*0.35');
      for (const x of [58, 90, 122]) {
        s.ellipse(x, 152, 7.5, 7.5, '#fff3e0');
        s.ellipse(x, 152, 5, 5, '#7fb9d8');
      }
    },
    seat: [100, 128],
  },
  train: {
    draw(s) {
      s.rect(0, 190, 470, 6, 0, '#7d7468');
      for (const x of [52, 96, 150, 250, 300, 380, 430]) wheel(s, x, 178, 14);
      s.path('M12 170Q2 150 10 128Q24 88 74 74H222V170Z', '#3f86cf>#2a66a8');
      s.path('M12 170Q2 150 10 138H222V170Z', '#f4f6f8>#cdd6de');
      s.path('M34 112Q48 90 78 84H100V116H32Z', '#cfeaf7>#8fc0da');
      s.rect(114, 88, 28, 28, 4, '#cfeaf7>#8fc0da');
      s.rect(150, 86, 26, 76, 3, '#2f6fb4');
      s.rect(155, 92, 16, 26, 3, '#cfeaf7');
      s.rect(184, 88, 28, 28, 4, '#cfeaf7>#8fc0da');
      s.rect(10, 134, 212, 6, 0, '#f2c23f');
      s.ellipse(20, 146, 7, 6, '#fff6c9');
      s.rect(222, 120, 10, 40, 2, '#4a525a');
      s.rect(232, 74, 236, 96, 8, '#3f86cf>#2a66a8');
      s.rect(232, 138, 236, 32, 6, '#f4f6f8>#cdd6de');
      for (const x of [246, 288, 368, 410]) s.rect(x, 88, 34, 30, 4, '#cfeaf7>#8fc0da');
      s.rect(330, 86, 28, 76, 3, '#2f6fb4');
      s.rect(335, 92, 18, 26, 3, '#cfeaf7');
      s.rect(232, 134, 236, 6, 0, '#f2c23f');
      s.rect(90, 66, 110, 9, 3, '#c3ccd4');
      s.rect(250, 66, 200, 9, 3, '#c3ccd4');
    },
  },
  'school bus': {
    draw(s) {
      s.path('M6 166V108Q8 96 20 94L46 90V62Q46 50 60 50H294Q306 50 306 62V166Z', '#fbc42f>#e09c14');
      s.rect(56, 40, 236, 14, 6, '#f7d264');
      s.rect(46, 118, 260, 6, 0, '#2f2f33');
      s.rect(46, 134, 260, 5, 0, '#2f2f33');
      s.path('M54 92L60 60H84V96H54Z', '#cfeaf7>#8fc0da');
      for (const x of [118, 154, 190, 226, 262]) s.rect(x, 62, 30, 34, 4, '#cfeaf7>#8fc0da');
      s.rect(88, 60, 24, 100, 3, '#e0a01c');
      s.rect(92, 66, 16, 40, 2, '#cfeaf7');
      s.rect(0, 150, 312, 14, 4, '#3b3f47');
      s.ellipse(14, 128, 7, 9, '#fff6c9');
      wheel(s, 70, 168, 24);
      wheel(s, 250, 168, 24);
    },
  },
  'hot air balloon': {
    draw(s) {
      for (const d of ['M62 140L84 168', 'M138 140L116 168', 'M90 148L92 168', 'M110 148L108 168'])
        s.line(d, 2, '#7f5a38');
      s.path('M100 4C162 4 188 48 180 88C174 118 146 134 134 150H66C54 134 26 118 20 88C12 48 38 4 100 4Z', '#e2473c');
      s.path('M100 4C128 4 146 48 142 88C138 118 124 134 118 150H82C76 134 62 118 58 88C54 48 72 4 100 4Z', '#f6c23f');
      s.path('M100 4C112 4 120 48 118 88C116 118 110 134 107 150H93C90 134 84 118 82 88C80 48 88 4 100 4Z', '#e2473c');
      s.path('M100 4C162 4 188 48 180 88C174 118 146 134 134 150H118C150 118 160 40 100 4Z', '#7a1f2a*0.16');
      s.path('M44 40Q56 18 84 10Q60 34 54 70Q44 58 44 40Z', '#ffffff*0.3');
      s.rect(64, 146, 72, 7, 3, '#c23a30');
      s.path('M82 168H118L114 198H86Z', '#b9804a>#8f5a30');
      s.rect(79, 164, 42, 7, 3, '#d39a5e');
    },
    seat: [100, 166],
  },
  submarine: {
    draw(s) {
      s.line('M96 74V34H116', 8, '#c99a2c');
      s.ellipse(118, 34, 6, 7, '#8fd0ea');
      s.path('M66 96V74Q66 62 78 62H118Q130 62 130 74V96Z', '#f2c23f>#d99f22');
      s.path('M186 138L200 110V166Z', '#d9902c');
      s.ellipse(100, 138, 92, 50, '#f9cd48>#dc9d22');
      s.path('M20 158Q60 190 110 188T188 150Q170 186 100 188Q44 186 20 158Z', '#a86f14*0.4');
      for (const x of [52, 96, 140]) {
        s.ellipse(x, 132, 18, 18, '#c98a1c');
        s.ellipse(x, 132, 13, 13, '#bfe6f5>#5fa6cc');
        s.ellipse(x - 4, 127, 4, 4, '#ffffff*0.8');
      }
    },
  },
  'sailing ship': {
    draw(s) {
      for (const x of [56, 104, 150]) s.rect(x - 3, 14, 6, 128, 2, '#7a4f2c');
      for (const [x, y, w, h] of [
        [56, 36, 44, 34],
        [56, 78, 54, 42],
        [104, 22, 50, 38],
        [104, 66, 60, 50],
        [150, 44, 36, 30],
        [150, 80, 42, 36],
      ] as const)
        s.path(
          `M${x - w / 2} ${y}H${x + w / 2}Q${x + w / 2 + 8} ${y + h * 0.6} ${x + w / 2 - 2} ${y + h}Q${x} ${y + h - 8} ${x - w / 2 - 4} ${y + h}Q${x - w / 2 + 8} ${y + h * 0.5} ${x - w / 2} ${y}Z`,
          '#fbf3df>#d9c9a4',
        );
      s.path('M104 14L128 4L104 -4Z', '#33303a');
      s.path('M2 112L30 124V134H170L196 104L188 156Q182 186 150 190H56Q26 186 22 150Z', '#a3673a>#744522');
      s.path('M22 150L20 138H190L188 156Q184 170 180 172H28Q22 164 22 150Z', '#5b351a*0.4');
      s.line('M4 112L-16 96', 5, '#7a4f2c');
      for (const x of [50, 78, 106, 134, 160]) s.rect(x, 148, 12, 10, 2, '#3f2616');
      s.rect(28, 130, 146, 6, 2, '#d9a93f');
    },
  },
  airship: {
    draw(s) {
      s.polygon(
        [
          [176, 60],
          [200, 40],
          [198, 78],
        ],
        '#b8404a',
      );
      s.polygon(
        [
          [176, 108],
          [200, 130],
          [198, 92],
        ],
        '#8f2f3a',
      );
      s.ellipse(98, 84, 98, 48, '#dfe6ec>#a9b6c2');
      for (const dy of [-24, 0, 24])
        s.line(`M4 ${84 + dy * 0.2}Q98 ${84 + dy * 1.6} 194 ${84 + dy * 0.2}`, 1.6, '#94a2af');
      s.path('M6 74Q98 96 192 74L194 92Q98 116 4 92Z', '#d8504a');
      s.path('M66 128H140L130 152H78Z', '#5b6671>#3f4852');
      for (const x of [82, 98, 114]) s.rect(x, 133, 11, 9, 2, '#ffe6a0');
    },
  },
  tank: {
    draw(s) {
      s.rect(0, 82, 92, 12, 5, '#5c6a40|#4c5835');
      s.rect(-4, 78, 14, 20, 3, '#4c5835');
      s.path('M70 112Q74 68 106 64H152Q172 70 174 112Z', '#7a8a54>#5c6a40');
      s.rect(110, 54, 30, 14, 5, '#66753f');
      s.path('M14 146L34 108H178L196 146Z', '#6f7f4a>#54623a');
      s.rect(4, 140, 192, 56, 28, '#4a4f3f>#33372c');
      for (const x of [32, 66, 100, 134, 168]) wheel(s, x, 168, 16);
      s.ellipse(140, 92, 9, 9, '#f2d27a*0.9');
    },
  },
  carriage: {
    draw(s) {
      s.line('M20 146Q60 176 110 160T186 150', 7, '#7f5a28');
      s.path('M50 60Q100 20 152 60V130Q152 150 128 152H76Q50 150 50 130Z', '#f2c5d8>#d489ab');
      s.path('M44 64Q100 8 158 64Q100 48 44 64Z', '#e0b24a>#b8862a');
      s.rect(72, 72, 24, 36, 8, '#fdf3d8');
      s.rect(108, 72, 24, 36, 8, '#fdf3d8');
      s.ellipse(102, 128, 9, 9, '#e0b24a');
      s.rect(14, 126, 34, 8, 3, '#b8404a');
      for (const [x, r] of [
        [52, 28],
        [150, 36],
      ] as const) {
        const y = 198 - r;
        s.line(
          `M${x - r + 3} ${y}a${r - 3} ${r - 3} 0 1 0 ${2 * r - 6} 0a${r - 3} ${r - 3} 0 1 0 ${6 - 2 * r} 0`,
          6,
          '#c99a34',
        );
        for (const turn of [0, 45, 90, 135])
          s.line(
            `M${x - Math.cos((turn * Math.PI) / 180) * (r - 4)} ${y - Math.sin((turn * Math.PI) / 180) * (r - 4)}L${x + Math.cos((turn * Math.PI) / 180) * (r - 4)} ${y + Math.sin((turn * Math.PI) / 180) * (r - 4)}`,
            3,
            '#c99a34',
          );
        s.ellipse(x, y, 6, 6, '#8f6a1c');
      }
    },
  },
  drone: {
    draw(s) {
      for (const x of [36, 164]) {
        s.ellipse(x, 84, 36, 5, '#c3ccd4*0.8');
        s.rect(x - 5, 84, 10, 22, 3, '#4a525a');
        s.line(`M100 112L${x} 104`, 9, '#6b7680');
        s.line(`M${x > 100 ? 124 : 76} 122L${x > 100 ? 136 : 64} 152`, 5, '#4a525a');
      }
      s.path('M62 116Q66 92 100 92Q134 92 138 116Q134 134 100 134Q66 134 62 116Z', '#f4f6f8>#b9c4cd');
      s.ellipse(100, 140, 15, 15, '#3b3f47');
      s.ellipse(100, 141, 9, 9, '#5fa6cc>#28506b');
      s.ellipse(78, 114, 3.4, 3.4, '#e2473c');
      s.ellipse(122, 114, 3.4, 3.4, '#5fc27a');
    },
  },
  'fighter jet': {
    draw(s) {
      s.polygon(
        [
          [120, 96],
          [186, 60],
          [196, 66],
          [176, 104],
        ],
        '#7d8a96',
      );
      s.polygon(
        [
          [150, 92],
          [172, 36],
          [190, 36],
          [186, 96],
        ],
        '#8d9aa6>#6b7884',
      );
      s.path('M2 112Q40 88 96 84H188V124H90Q40 124 2 112Z', '#b3bec8>#8592a0');
      s.path('M50 98Q66 78 100 82Q104 92 98 98Z', '#5fa6cc>#2f5f80');
      s.polygon(
        [
          [82, 112],
          [150, 168],
          [178, 164],
          [152, 112],
        ],
        '#97a4b0>#748190',
      );
      s.polygon(
        [
          [186, 90],
          [200, 94],
          [200, 116],
          [186, 120],
        ],
        '#4a525a',
      );
      s.ellipse(130, 104, 8, 8, '#e2473c*0.9');
    },
  },
  spaceship: {
    draw(s) {
      s.path('M58 150Q30 158 22 196L62 182Z', '#d8504a>#a8352f');
      s.path('M142 150Q170 158 178 196L138 182Z', '#d8504a>#a8352f');
      s.path('M84 176Q100 240 116 176Z', '#ffb03a>#ff6a2a');
      s.path('M92 176Q100 216 108 176Z', '#fff0a8');
      s.path('M100 0Q148 44 146 120Q146 160 132 182H68Q54 160 54 120Q52 44 100 0Z', '#f4f6f8|#b5c1cc');
      s.path('M100 0Q122 20 133 48H67Q78 20 100 0Z', '#e2574c|#b33c33');
      s.ellipse(100, 92, 25, 25, '#8d9aa6');
      s.ellipse(100, 92, 18, 18, '#bfe6f5>#4f96c0');
      s.ellipse(94, 85, 5, 5, '#ffffff*0.8');
      s.rect(94, 148, 12, 44, 6, '#d8504a');
    },
  },
  stroller: {
    draw(s) {
      s.line('M150 120L186 60', 7, '#5f6a74');
      s.line('M60 150L120 178M128 150L70 178', 6, '#8b96a0');
      s.path('M20 108H158Q154 152 110 154H66Q24 152 20 108Z', '#6fb1dd>#3f84b8');
      s.path('M20 108Q20 46 84 46V108Z', '#8fc6ea>#5a9fd0');
      for (const x of [40, 62]) s.line(`M84 108Q${x} 90 ${x} 60`, 2, '#3f84b8');
      wheel(s, 62, 178, 18);
      wheel(s, 130, 178, 18);
    },
  },
};
