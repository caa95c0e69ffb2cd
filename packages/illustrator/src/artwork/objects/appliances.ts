// Kitchen and household appliances.
import type { ObjectTable } from './object.js';

/** By name. */
export const appliances: ObjectTable = {
  tv: {
    draw(s) {
      s.path('M60 196Q64 184 92 182V168H108V182Q136 184 140 196Z', '#4a525a>#2f353b');
      s.rect(0, 50, 200, 122, 8, '#3a4048>#23272c');
      s.rect(7, 57, 186, 104, 3, '#4f9ad0>#23527f');
      s.path('M7 161V128Q50 96 92 124T193 104V161Z', '#2f7a5a>#1f5540');
      s.ellipse(150, 84, 13, 13, '#ffe9a0');
      s.path('M7 57H96L36 161H7Z', '#ffffff*0.13');
      s.ellipse(100, 166.5, 2.6, 2.6, '#7fe0a8');
    },
  },
  refrigerator: {
    draw(s) {
      s.rect(58, 190, 14, 10, 2, '#5b646d');
      s.rect(128, 190, 14, 10, 2, '#5b646d');
      s.rect(48, 2, 104, 192, 10, '#f4f7f9|#c9d3db');
      s.rect(48, 2, 14, 192, 7, '#ffffff*0.6');
      s.rect(48, 70, 104, 4, 0, '#9aa7b1');
      s.rect(62, 34, 6, 28, 3, '#8b98a3');
      s.rect(62, 86, 6, 46, 3, '#8b98a3');
      s.rect(112, 22, 26, 22, 3, '#dfe7ed');
      s.rect(116, 26, 9, 8, 1, '#f2b84a');
      s.ellipse(130, 37, 4, 4, '#e2615a');
    },
  },
  microwave: {
    draw(s) {
      s.rect(24, 190, 18, 10, 3, '#4a525a');
      s.rect(158, 190, 18, 10, 3, '#4a525a');
      s.rect(6, 82, 188, 112, 10, '#dfe5ea>#b7c1ca');
      s.rect(6, 82, 188, 10, 5, '#ffffff*0.6');
      s.rect(18, 96, 122, 84, 8, '#39424b>#232a31');
      s.rect(28, 106, 102, 64, 6, '#51606c>#2f3942');
      s.path('M40 170L74 106H92L58 170Z', '#ffffff*0.14');
      s.ellipse(79, 158, 34, 6, '#7c8a95');
      s.rect(142, 98, 5, 80, 2, '#8d99a4');
      s.rect(154, 98, 30, 15, 3, '#1f2b2a');
      s.rect(158, 102, 22, 7, 1, '#63d6a4');
      for (const y of [122, 136, 150]) for (const x of [156, 166, 176]) s.rect(x, y, 7, 8, 2, '#8793a0');
      s.ellipse(169, 172, 9, 9, '#8793a0>#5f6b76');
    },
  },
  oven: {
    draw(s) {
      s.rect(36, 192, 14, 8, 2, '#3b4148');
      s.rect(150, 192, 14, 8, 2, '#3b4148');
      s.rect(28, 26, 144, 168, 6, '#e3e8ec>#b9c2ca');
      s.rect(24, 18, 152, 12, 4, '#4a525a');
      for (const x of [62, 138]) {
        s.ellipse(x, 17, 26, 5, '#2c3137');
        s.ellipse(x, 16, 19, 3.2, '#5a6067');
      }
      s.rect(28, 32, 144, 30, 3, '#c6ced5');
      for (const x of [48, 70, 130, 152]) {
        s.ellipse(x, 47, 8, 8, '#59626b>#343b42');
        s.rect(x - 1.5, 40, 3, 8, 1, '#dfe5ea');
      }
      s.rect(88, 40, 24, 14, 3, '#1f2b2a');
      s.rect(92, 44, 16, 6, 1, '#f2a24a');
      s.rect(42, 74, 116, 7, 3, '#8b96a0>#65707a');
      s.rect(40, 88, 120, 82, 8, '#31383f');
      s.rect(50, 98, 100, 62, 6, '#f2a24a>#8a4a1f');
      for (const y of [118, 138]) s.rect(50, y, 100, 3, 0, '#3b2a1f*0.7');
      s.path('M60 160L96 98H112L76 160Z', '#ffffff*0.16');
    },
  },
  toaster: {
    draw(s) {
      for (const x of [52, 104])
        s.path(`M${x} 112V72Q${x - 6} 52 ${x + 10} 50H${x + 34}Q${x + 50} 52 ${x + 44} 72V112Z`, '#e9b267>#c98a3f');
      for (const x of [58, 110])
        s.path(`M${x} 112V76Q${x - 3} 60 ${x + 8} 58H${x + 24}Q${x + 35} 60 ${x + 32} 76V112Z`, '#fbe3b4');
      s.rect(34, 190, 22, 10, 4, '#3b4148');
      s.rect(144, 190, 22, 10, 4, '#3b4148');
      s.path('M20 194V128Q20 98 50 98H150Q180 98 180 128V194Z', '#e2574c>#b8392f');
      s.path('M30 186V132Q30 108 54 108H84Q44 112 44 150V186Z', '#ffffff*0.3');
      s.rect(46, 102, 108, 10, 5, '#4a2a2a');
      s.rect(176, 128, 14, 10, 4, '#33383e');
      s.ellipse(150, 166, 11, 11, '#f1f3f5>#b9c2ca');
      s.rect(149, 157, 3, 9, 1, '#5b646d');
    },
  },
  sink: {
    draw(s) {
      s.path('M82 120H118L126 200H74Z', '#e9eef1|#c3ced6');
      s.line('M100 84V38Q100 16 122 16Q142 16 142 36V46', 11, '#b4bfc8');
      s.line('M97 84V38Q97 14 122 13', 3, '#ffffff*0.7');
      for (const x of [72, 128]) {
        s.rect(x - 5, 64, 10, 20, 3, '#9aa6b0');
        s.ellipse(x, 62, 13, 5, '#c4ced6>#8f9ba6');
      }
      s.path('M142 50Q149 62 142 68Q135 62 142 50Z', '#6fb9ea');
      s.rect(12, 80, 176, 18, 9, '#ffffff>#dde5ea');
      s.path('M18 94H182Q178 142 128 146H72Q22 142 18 94Z', '#f7fafb>#c6d2da');
      s.path('M30 100H78Q60 120 66 140Q34 134 30 100Z', '#ffffff*0.7');
    },
  },
  'washing machine': {
    draw(s) {
      s.rect(30, 14, 140, 184, 10, '#f6f8fa>#cfd8df');
      s.rect(30, 14, 140, 34, 10, '#dbe3e9');
      s.rect(42, 24, 44, 14, 3, '#b8c4cd');
      s.ellipse(112, 31, 10, 10, '#7d8a95>#566069');
      s.rect(130, 24, 30, 14, 3, '#27343a');
      s.ellipse(100, 122, 60, 60, '#9aa7b2>#6d7a86');
      s.ellipse(100, 122, 50, 50, '#3e6f95>#244863');
      s.path('M52 128Q76 114 100 128T148 126A50 50 0 0 1 54 140Z', '#6cb4e2*0.9');
      s.ellipse(84, 108, 16, 26, '#ffffff*0.25', 30);
      for (const [x, y, r] of [
        [90, 140, 5],
        [112, 134, 7],
        [122, 148, 4],
      ] as const)
        s.ellipse(x, y, r, r, '#e8f6ff*0.7');
    },
  },
  blender: {
    draw(s) {
      s.path('M66 40H134L124 140H76Z', '#bfe3f2*0.75');
      s.path('M69 74H131L124 140H76Z', '#f07f92>#d8546e');
      s.path('M74 44H86L90 134H82Z', '#ffffff*0.6');
      s.rect(62, 26, 76, 16, 6, '#4a525a');
      s.rect(88, 14, 24, 14, 5, '#4a525a');
      s.line('M134 56Q160 60 154 92Q150 116 128 118', 8, '#5a646d');
      s.path('M70 140H130L146 196H54Z', '#e2574c>#b8392f');
      s.ellipse(100, 172, 13, 13, '#f1f3f5>#c0c9d0');
    },
  },
  'vacuum cleaner': {
    draw(s) {
      s.line('M150 132C196 100 180 30 120 40L66 150', 10, '#5a646d');
      s.line('M110 62L58 176', 9, '#aab5be');
      s.path('M22 200Q20 176 44 174H72Q88 178 86 200Z', '#4a525a');
      s.path('M96 186Q92 128 144 124Q194 128 190 186Z', '#e2574c>#b8392f');
      s.path('M108 160Q112 134 142 132Q124 144 122 176H108Z', '#ffffff*0.3');
      s.ellipse(120, 184, 16, 16, '#33383e');
      s.ellipse(120, 184, 6, 6, '#9aa6b0');
      s.ellipse(174, 184, 16, 16, '#33383e');
      s.ellipse(174, 184, 6, 6, '#9aa6b0');
    },
  },
  'hair drier': {
    draw(s) {
      s.line('M126 186Q132 202 156 196T192 200', 6, '#3b3f47');
      s.path('M104 92L142 96L134 186Q120 194 110 186Z', '#d8547f>#a83a60');
      s.rect(116, 122, 12, 24, 5, '#7d2747');
      s.path('M6 44L60 34V112L6 100Z', '#4a4650>#2f2c35');
      s.path('M56 30H140Q184 34 184 72Q184 112 140 116H56Q48 72 56 30Z', '#ef6f98>#c64a77');
      s.path('M64 40H138Q164 44 170 60Q120 50 62 58Z', '#ffffff*0.4');
      s.ellipse(158, 74, 17, 24, '#8f2f55');
      for (const y of [62, 72, 82]) s.rect(148, y, 20, 3.4, 1.5, '#4d1a30');
    },
  },
  'sewing machine': {
    draw(s) {
      s.rect(14, 160, 172, 34, 8, '#8a5f3c>#6b4630');
      s.path('M150 164V70H52Q32 70 32 92V136H66V108H118V164Z', '#3d7a7a>#2b5a5c');
      s.path('M56 78H140V88H46Q48 78 56 78Z', '#ffffff*0.3');
      s.rect(44, 134, 10, 16, 2, '#c6ced5');
      s.line('M49 150V160', 3, '#9aa6b0');
      s.ellipse(158, 94, 12, 26, '#e2b84a>#b88a2c');
      s.rect(88, 50, 14, 22, 4, '#e2574c');
      s.line('M95 52Q70 40 52 72', 1.6, '#e2574c');
    },
  },
  remote: {
    draw(s) {
      s.rect(68, 4, 64, 194, 18, '#4a4f58>#2b2f36');
      s.rect(74, 10, 10, 180, 5, '#ffffff*0.12');
      s.ellipse(100, 28, 11, 11, '#e2574c>#b8392f');
      s.ellipse(100, 68, 24, 24, '#6b727c');
      s.ellipse(100, 68, 10, 10, '#3a3f47');
      for (const y of [108, 128, 148, 168])
        for (const x of [82, 100, 118]) s.rect(x - 6, y, 12, 10, 3, y === 168 ? '#4f8fd0' : '#aab2bb');
    },
  },
  speaker: {
    draw(s) {
      s.rect(48, 6, 104, 192, 12, '#5a4a3f>#3a2f28');
      s.rect(56, 14, 88, 176, 8, '#2b2724');
      s.ellipse(100, 60, 26, 26, '#6d6d72>#45454a');
      s.ellipse(100, 60, 11, 11, '#1f1f22');
      s.ellipse(100, 134, 38, 38, '#6d6d72>#45454a');
      s.ellipse(100, 134, 27, 27, '#35353a');
      s.ellipse(100, 134, 12, 12, '#8d8d94>#55555b');
    },
  },
  'record player': {
    draw(s) {
      s.rect(6, 130, 188, 64, 8, '#a8683c>#7f4a28');
      s.path('M6 138Q6 120 26 112H174Q194 120 194 138Z', '#c58552');
      s.ellipse(88, 124, 66, 15, '#2b2b30');
      for (const r of [54, 42])
        s.line(`M${88 - r} 124a${r} ${r * 0.22} 0 1 0 ${r * 2} 0a${r} ${r * 0.22} 0 1 0 ${-r * 2} 0`, 1, '#5a5a62');
      s.ellipse(88, 124, 20, 4.6, '#e2574c');
      s.line('M170 104L164 122L124 124', 5, '#c6ced5');
      s.ellipse(170, 106, 9, 5, '#9aa6b0');
      for (const x of [40, 66]) s.ellipse(x, 164, 9, 9, '#e2b84a>#b88a2c');
    },
  },
  fan: {
    draw(s) {
      s.ellipse(100, 190, 46, 10, '#5f6a74>#444c55');
      s.rect(94, 130, 12, 60, 3, '#8b96a0|#5f6a74');
      s.ellipse(100, 78, 76, 76, '#c6ced6');
      s.ellipse(100, 78, 70, 70, '#eef3f6');
      for (const turn of [0, 120, 240])
        s.group(`rotate(${turn} 100 78)`, () =>
          s.path('M100 78Q70 60 76 26Q98 8 122 24Q128 56 100 78Z', '#6fb1dd>#3f84b8'),
        );
      for (let turn = 0; turn < 180; turn += 15)
        s.group(`rotate(${turn} 100 78)`, () => s.line('M30 78H170', 1.2, '#9aa6b0'));
      for (const r of [34, 54])
        s.line(`M${100 - r} 78a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`, 1.2, '#9aa6b0');
      s.ellipse(100, 78, 13, 13, '#5f6a74');
    },
  },
  'cell phone': {
    draw(s) {
      s.rect(50, 2, 100, 196, 18, '#3f86d8|#2a62ab');
      s.rect(146, 56, 7, 26, 2, '#24569a');
      s.rect(57, 9, 86, 182, 13, '#7fb6f2>#2f6fc4');
      s.path('M57 150Q100 96 143 130V178Q143 191 130 191H70Q57 191 57 178Z', '#2560b4');
      s.path('M57 120Q84 84 143 96V130Q100 96 57 150Z', '#5a9ae6');
      s.rect(82, 13, 36, 8, 4, '#1d2530');
      s.rect(84, 182, 32, 4, 2, '#ffffff*0.8');
      for (const [x, y, fill] of [
        [66, 34, '#f2c23f'],
        [86, 34, '#ef6a5b'],
        [106, 34, '#6cc27a'],
        [126, 34, '#ffffff'],
      ] as const)
        s.rect(x - 2, y, 13, 13, 4, fill);
      s.path('M62 60V24Q62 14 74 14Q66 60 64 120Z', '#ffffff*0.3');
    },
  },
};
