// What stands along streets and in gardens.
import type { Sketch } from '../sketch.js';
import type { ObjectTable } from './object.js';

/** Letters as strokes, so that no font decides how a traffic sign looks. Units: 10 wide, 14 high. */
const strokes: Readonly<Record<string, string>> = {
  S: 'M9 2.5Q8 0 5 0Q1 0 1 3.5Q1 6.4 5 7Q9 7.6 9 10.5Q9 14 5 14Q2 14 1 11.5',
  T: 'M0 0H10M5 0V14',
  O: 'M5 0Q0 0 0 7T5 14Q10 14 10 7T5 0Z',
  P: 'M1 14V0H6Q10 0 10 4T6 8H1',
};

function letter(s: Sketch, text: string, x: number, y: number, scale: number, width: number, colour: string): void {
  [...text].forEach((sign, index) => {
    s.group(`translate(${x + index * 14 * scale} ${y}) scale(${scale})`, () =>
      s.line(strokes[sign] ?? '', width, colour),
    );
  });
}

/** By name. */
export const street: ObjectTable = {
  'traffic light': {
    draw(s) {
      s.rect(94, 120, 12, 80, 2, '#6b7680|#454d55');
      s.rect(80, 192, 40, 8, 3, '#454d55');
      s.rect(66, 0, 68, 136, 16, '#4a5058|#2b2f35');
      for (const [y, light, dark] of [
        [26, '#ff6a5a', '#c92a22'],
        [68, '#ffd95a', '#e0a01c'],
        [110, '#6fe08a', '#2c9c4a'],
      ] as const) {
        s.ellipse(100, y - 3, 21, 21, '#1d2126');
        s.ellipse(100, y, 17, 17, `${light}@${dark}`);
        s.ellipse(94, y - 6, 5, 4, '#ffffff*0.6', -30);
      }
    },
  },
  'fire hydrant': {
    draw(s) {
      s.rect(44, 184, 112, 16, 5, '#9c2b24');
      s.path('M62 186V82H138V186Z', '#e2473c|#a92d25');
      s.rect(70, 84, 14, 100, 6, '#ffffff*0.25');
      for (const side of [-1, 1]) {
        s.rect(100 + side * 52 - 14, 98, 28, 34, 5, '#d23f35|#9c2b24');
        s.rect(100 + side * 66 - 6, 103, 12, 24, 3, '#8a8f96>#666c73');
      }
      s.ellipse(100, 118, 25, 25, '#b8342b');
      s.ellipse(100, 116, 17, 17, '#8f949a>#6b7177');
      s.rect(94, 110, 12, 12, 2, '#c6cbd0');
      s.rect(52, 70, 96, 16, 5, '#b8342b');
      s.path('M60 70Q64 26 100 24Q136 26 140 70Z', '#ee5a4e|#b8342b');
      s.path('M72 66Q76 38 94 32Q84 46 84 66Z', '#ffffff*0.35');
      s.rect(90, 8, 20, 18, 4, '#8f949a>#6b7177');
      s.rect(54, 158, 92, 10, 3, '#b8342b');
    },
  },
  'parking meter': {
    draw(s) {
      s.rect(92, 96, 16, 104, 3, '#8b96a0|#5f6a74');
      s.rect(78, 190, 44, 10, 4, '#5f6a74');
      s.path('M58 58Q58 4 100 4Q142 4 142 58V104Q142 116 130 116H70Q58 116 58 104Z', '#5d7f9c|#3c5a75');
      s.path('M68 54Q68 14 100 14Q132 14 132 54V60H68Z', '#dceaf2>#a9c4d6');
      s.path('M74 54A26 26 0 0 1 126 54Z', '#fdfaf0');
      s.line('M100 54L112 36', 3.5, '#d8433b');
      for (const [x, y] of [
        [80, 48],
        [88, 38],
        [100, 33],
        [112, 38],
        [120, 48],
      ] as const)
        s.ellipse(x, y, 1.8, 1.8, '#4a5660');
      s.rect(72, 68, 30, 16, 2, '#27343a');
      s.rect(75, 71, 20, 9, 1, '#7de0a8');
      s.rect(112, 68, 14, 20, 3, '#c6d0d8');
      s.rect(117.5, 72, 3, 12, 1, '#2f3a42');
      s.ellipse(88, 98, 9, 9, '#c6d0d8>#8b98a3');
      s.rect(106, 94, 22, 10, 2, '#2f4a61');
    },
  },
  'stop sign': {
    draw(s) {
      s.rect(94, 104, 12, 96, 2, '#a9b3bc|#78838e');
      s.polygon(
        [
          [65, 2],
          [135, 2],
          [184, 51],
          [184, 107],
          [135, 142],
          [65, 142],
          [16, 107],
          [16, 51],
        ],
        '#ffffff',
      );
      s.polygon(
        [
          [68, 9],
          [132, 9],
          [177, 54],
          [177, 104],
          [132, 135],
          [68, 135],
          [23, 104],
          [23, 54],
        ],
        '#e0352f>#b8241f',
      );
      letter(s, 'STOP', 36, 50, 2.5, 2.3, '#ffffff');
    },
  },
  'street lamp': {
    draw(s) {
      s.rect(84, 188, 32, 12, 4, '#3a4048');
      s.path('M95 190L97 46H103L105 190Z', '#4f5761|#343a41');
      s.rect(91, 120, 18, 6, 3, '#3a4048');
      s.line('M78 50H122', 4, '#3a4048');
      s.path('M84 44L78 12H122L116 44Z', '#fff3c4>#ffd873');
      s.path('M74 13Q100 -8 126 13Z', '#3a4048');
      s.rect(82, 42, 36, 6, 2, '#3a4048');
      s.line('M100 12V44', 2, '#3a4048');
    },
  },
  'traffic cone': {
    draw(s) {
      s.rect(20, 184, 160, 16, 6, '#d9621f>#b84d14');
      s.path('M88 12Q100 2 112 12L158 184H42Z', '#ff8a3a>#e2641c');
      s.path('M78 52H122L133 92H67Z', '#ffffff>#e2e6ea');
      s.path('M58 126H142L153 166H47Z', '#ffffff>#e2e6ea');
    },
  },
  'phone booth': {
    draw(s) {
      s.rect(44, 186, 112, 14, 2, '#8f1c1c');
      s.path('M50 26Q100 -14 150 26Z', '#c92a2a>#a81f1f');
      s.rect(46, 22, 108, 168, 4, '#d8332f|#a01c1c');
      s.rect(60, 30, 80, 16, 2, '#fbf6e6');
      for (const y of [54, 76, 98, 120, 142]) for (const x of [62, 88, 114]) s.rect(x, y, 24, 19, 1, '#cfe6f0>#9cc2d4');
      s.rect(62, 166, 76, 18, 1, '#a82222');
    },
  },
  'vending machine': {
    draw(s) {
      s.rect(34, 4, 132, 194, 8, '#e2473c|#a92d25');
      s.rect(44, 16, 82, 128, 4, '#dff0f7>#b5d3e0');
      const colours = ['#f2b84a', '#4f8fc9', '#6aa868', '#d8574c', '#8f63b8', '#2fa6a0'];
      for (let row = 0; row < 4; row++) {
        for (let column = 0; column < 5; column++)
          s.rect(49 + column * 15, 22 + row * 31, 11, 22, 4, colours[(row * 2 + column) % colours.length] ?? '#f2b84a');
        s.rect(44, 45 + row * 31, 82, 3, 0, '#8fb0bf');
      }
      s.rect(134, 40, 22, 30, 3, '#33383e');
      s.rect(140, 84, 10, 4, 1, '#33383e');
      for (const y of [50, 58]) for (const x of [138, 146]) s.rect(x, y, 5, 5, 1, '#8fd0b0');
      s.rect(50, 156, 70, 26, 4, '#33251f');
    },
  },
  fence: {
    draw(s) {
      for (const y of [96, 150]) s.rect(0, y, 200, 13, 2, '#d8c4a0>#b9a077');
      for (let x = 6; x < 200; x += 32) s.path(`M${x} 200V74L${x + 11} 58L${x + 22} 74V200Z`, '#f6ead0|#d3bd94');
    },
  },
  gate: {
    draw(s) {
      for (const x of [22, 60, 126, 164]) {
        s.rect(x, 70, 14, 124, 2, '#c9473a|#9c3027');
        s.rect(x - 4, 186, 22, 14, 2, '#a9a49a>#87827a');
      }
      s.path('M0 74Q20 66 24 52H176Q180 66 200 74Z', '#3f7a6a>#2b5a50');
      s.path('M40 44Q58 36 62 16H138Q142 36 160 44Z', '#4a8a78>#2f6155');
      s.rect(20, 74, 160, 12, 2, '#e0b24a');
      s.rect(26, 86, 148, 12, 2, '#3f6fa8');
      s.rect(66, 44, 68, 10, 1, '#c9473a');
      s.rect(74, 56, 52, 30, 3, '#2f4f8f');
      s.rect(78, 60, 44, 22, 2, '#e9c765');
    },
  },
  well: {
    draw(s) {
      for (const x of [40, 148]) s.rect(x, 44, 12, 100, 2, '#8a5a30');
      s.polygon(
        [
          [100, 4],
          [190, 58],
          [10, 58],
        ],
        '#c9604a>#a3452f',
      );
      s.line('M40 88H160', 7, '#6b4630');
      s.line('M100 88V116', 3, '#d8c08a');
      s.path('M86 116H114L110 140H90Z', '#8a5a30');
      s.rect(20, 132, 160, 66, 8, '#a7a39b>#7d7972');
      for (const [x, y, w] of [
        [26, 140, 40],
        [70, 140, 50],
        [124, 140, 50],
        [26, 160, 28],
        [58, 160, 46],
        [108, 160, 36],
        [148, 160, 28],
        [30, 180, 44],
        [78, 180, 40],
        [122, 180, 50],
      ] as const)
        s.rect(x, y, w, 15, 5, '#bdb9b0*0.8');
      s.rect(14, 126, 172, 13, 5, '#c6c1b7');
    },
  },
  stall: {
    draw(s) {
      for (const x of [18, 172]) s.rect(x, 50, 10, 150, 1, '#8a5a30');
      s.rect(10, 126, 180, 14, 2, '#d39a5e');
      s.rect(18, 140, 164, 58, 2, '#b9804a>#8f5a30');
      for (const [x, colour] of [
        [40, '#e2473c'],
        [60, '#f29a34'],
        [80, '#f2d23f'],
        [100, '#6aa868'],
        [120, '#8f63b8'],
        [140, '#e2473c'],
        [158, '#f29a34'],
      ] as const)
        for (const dx of [-7, 0, 7]) s.ellipse(x + dx, 120 - (dx === 0 ? 9 : 0), 8, 8, colour);
      for (let index = 0; index < 6; index++) {
        const x = 4 + index * 32;
        s.path(
          `M${x} 56Q${x + 16} 78 ${x + 32} 56L${26 + (index + 1) * 24.6} 14H${26 + index * 24.6}Z`,
          index % 2 === 0 ? '#e2574c' : '#fff7ea',
        );
      }
    },
  },
  'bird cage': {
    draw(s) {
      s.line('M100 22V8', 4, '#c9a24a');
      s.ellipse(100, 8, 6, 6, '#c9a24a');
      s.path('M40 186V84Q40 22 100 22Q160 22 160 84V186Z', '#fff7da*0.25');
      for (const x of [40, 60, 80, 100, 120, 140, 160])
        s.line(`M${x} 186V${x === 100 ? 22 : 84}Q${x} ${40 + Math.abs(x - 100) * 0.1} 100 22`, 3, '#d2a94f');
      s.line('M66 138H134', 5, '#8a5a30');
      s.path('M96 136Q84 126 88 112Q94 100 106 104L116 108L107 113Q114 128 104 136L96 146Z', '#f2b84a>#dd9a2c');
      s.ellipse(104, 109, 2, 2, '#2b2b2b');
      s.rect(32, 184, 136, 14, 6, '#c9a24a>#9c7a30');
    },
  },
  sign: {
    draw(s) {
      s.rect(92, 80, 16, 120, 3, '#a8754a|#7a4f30');
      s.rect(12, 14, 176, 84, 8, '#b98456>#8a5a38');
      s.rect(20, 22, 160, 68, 5, '#f3e3c3>#e2cca0');
    },
  },
  banner: {
    draw(s) {
      s.line('M10 20V200M190 20V200', 6, '#8a5a30');
      s.path('M10 34Q100 48 190 34V92Q100 106 10 92Z', '#e2473c>#b8342b');
      s.path('M10 40Q100 54 190 40', '#ffffff*0.2');
    },
  },
  wall: {
    draw(s) {
      s.rect(0, 60, 200, 140, 2, '#a85b44');
      for (let row = 0; row < 7; row++)
        for (let x = row % 2 === 0 ? 0 : -22; x < 200; x += 44)
          s.rect(
            Math.max(0, x) + 1.5,
            62 + row * 20,
            Math.min(x + 41, 200) - Math.max(0, x) - 1.5,
            16.5,
            2,
            (row * 3 + x) % 5 === 0 ? '#c97a5e' : '#bd6a50',
          );
    },
  },
  stairs: {
    draw(s) {
      for (let step = 0; step < 6; step++) {
        s.rect(step * 33, 166 - step * 32, 200 - step * 33, 34, 0, step % 2 === 0 ? '#c9c3b8' : '#c2bcb1');
        s.rect(step * 33, 166 - step * 32, 200 - step * 33, 9, 0, '#e2ddd3');
      }
    },
  },
  statue: {
    draw(s) {
      s.rect(48, 168, 104, 32, 3, '#b9b5ac>#8f8b83');
      s.rect(58, 154, 84, 16, 3, '#cdc9c0');
      s.path('M60 156Q56 118 84 108H116Q144 118 140 156Z', '#e2dfd8>#b5b1a8');
      s.rect(88, 82, 24, 32, 8, '#cfcbc2');
      s.path('M100 16Q132 18 130 54Q128 94 100 98Q72 94 70 54Q68 18 100 16Z', '#efece6>#c2beb5');
      s.path('M68 56Q60 10 100 8Q140 10 132 56Q126 34 100 32Q74 34 68 56Z', '#bab6ad');
      for (const x of [88, 112]) {
        s.line(`M${x - 7} 52Q${x} 47 ${x + 7} 52`, 2.6, '#938f87');
        s.ellipse(x, 59, 4.6, 3.4, '#a39f97');
      }
      s.path('M99 58L95 72Q100 76 105 72Z', '#b0aca3');
      s.line('M90 82Q100 86 110 82', 2.6, '#938f87');
    },
  },
};
