// Cups, bottles, bowls, pots, cutlery, and food that Noto lacks.
import type { ObjectTable } from './object.js';

/** By name. */
export const kitchenware: ObjectTable = {
  bottle: {
    draw(s) {
      s.path(
        'M86 4H114V46Q116 62 130 76Q138 86 138 104V186Q138 198 126 198H74Q62 198 62 186V104Q62 86 70 76Q84 62 86 46Z',
        '#3f9a63|#226b41',
      );
      s.path('M72 190V104Q72 90 80 82Q92 70 94 52V12H99V56Q96 76 86 88Q82 94 82 106V190Z', '#ffffff*0.4');
      s.rect(62, 112, 76, 50, 2, '#f6efdc>#e2d6b8');
      s.rect(72, 124, 56, 5, 2, '#b8543c');
      s.rect(80, 136, 40, 4, 2, '#b9a67c');
      s.rect(80, 146, 40, 4, 2, '#b9a67c');
      s.rect(84, 0, 32, 14, 4, '#c9a24a>#a37f2f');
    },
    hands: [100, 120],
  },
  cup: {
    draw(s) {
      s.line('M146 92Q190 86 186 126Q182 164 138 162', 16, '#c9473f');
      s.path('M30 66H154L146 184Q144 198 128 198H56Q40 198 38 184Z', '#ef6a5b>#cc473c');
      s.path('M42 80H58L64 186H54Q50 186 49 180Z', '#ffffff*0.35');
      s.ellipse(92, 66, 62, 13, '#f7938a');
      s.ellipse(92, 68, 54, 9, '#8a3029');
    },
    hands: [92, 130],
  },
  glass: {
    draw(s) {
      s.path('M48 20H152L140 190Q139 198 130 198H70Q61 198 60 190Z', '#d5ecf5*0.75');
      s.path('M53 86H147L140 186Q139 194 130 194H70Q61 194 60 186Z', '#7fc4ea>#4f9fd4');
      s.ellipse(100, 86, 47, 8, '#a9dbf4');
      s.ellipse(100, 20, 52, 9, '#eef8fc*0.9');
      s.path('M62 34H76L82 182H74Z', '#ffffff*0.55');
    },
  },
  bowl: {
    draw(s) {
      s.rect(72, 184, 56, 14, 5, '#3f6f9f');
      s.path('M6 96H194Q190 188 116 190H84Q10 188 6 96Z', '#6aa6dd>#3f78b4');
      s.path('M20 110Q28 166 74 180Q46 152 42 110Z', '#ffffff*0.35');
      s.ellipse(100, 96, 94, 22, '#93c3ec');
      s.ellipse(100, 98, 84, 17, '#35628f>#4a80b5');
    },
    top: [100, 100],
  },
  plate: {
    draw(s) {
      s.ellipse(100, 168, 98, 30, '#b9c4cc');
      s.ellipse(100, 162, 98, 30, '#ffffff>#e4eaee');
      s.ellipse(100, 162, 70, 20, '#d5dee4');
      s.ellipse(100, 163, 66, 18, '#f7f9fa');
    },
    top: [100, 164],
  },
  fork: {
    draw(s) {
      for (const x of [76, 92, 108, 124]) s.rect(x - 4.5, 2, 9, 62, 4.5, '#d5dbe1|#a9b3bc');
      s.path('M71.5 48H128.5V72Q128 96 110 104H90Q72 96 71.5 72Z', '#d5dbe1|#a9b3bc');
      s.path('M92 96H108L113 186Q113 199 100 199Q87 199 87 186Z', '#e0e5ea|#9da8b2');
      s.path('M94 104H98L97 184Q93 180 93 176Z', '#ffffff*0.6');
    },
  },
  pot: {
    draw(s) {
      for (const side of [-1, 1])
        s.line(
          `M${100 + side * 76} 116Q${100 + side * 104} 112 ${100 + side * 98} 132Q${100 + side * 92} 142 ${100 + side * 74} 138`,
          9,
          '#4a525a',
        );
      s.path('M22 96H178V172Q178 196 152 196H48Q22 196 22 172Z', '#c6ced6|#8d99a4');
      s.rect(34, 108, 14, 76, 7, '#ffffff*0.5');
      s.path('M18 96Q22 62 100 60Q178 62 182 96Z', '#d5dce2>#a5b0ba');
      s.rect(14, 92, 172, 9, 4, '#7b8792');
      s.rect(86, 46, 28, 16, 6, '#4a525a');
    },
  },
  'frying pan': {
    draw(s) {
      s.path('M118 132L188 168Q200 176 194 186Q186 192 176 186L112 150Z', '#6b4630>#4f3220');
      s.ellipse(76, 136, 74, 44, '#4a4f56>#2b2f35');
      s.ellipse(76, 130, 74, 42, '#5f666e');
      s.ellipse(76, 131, 62, 33, '#33383f');
      s.path('M28 120Q44 100 80 100Q50 110 40 132Z', '#ffffff*0.14');
    },
  },
  kettle: {
    draw(s) {
      s.line('M58 74Q60 20 108 20Q152 22 146 76', 11, '#3b4148');
      s.path('M40 128Q10 112 4 84L20 76Q30 96 52 104Z', '#c0484a>#9a3436');
      s.path('M34 190Q22 96 100 66Q178 96 166 190Q164 198 154 198H46Q36 198 34 190Z', '#df5a5a>#b03c3e');
      s.path('M48 178Q44 110 92 82Q64 118 66 178Z', '#ffffff*0.32');
      s.ellipse(100, 74, 34, 9, '#b03c3e');
      s.ellipse(100, 62, 9, 9, '#3b4148');
    },
  },
  vase: {
    draw(s) {
      s.path(
        'M74 4H126Q120 26 122 44Q126 64 146 86Q164 108 158 142Q152 178 124 198H76Q48 178 42 142Q36 108 54 86Q74 64 78 44Q80 26 74 4Z',
        '#5f8fd0|#34609f',
      );
      s.path(
        'M84 12H92Q90 44 88 52Q82 72 66 92Q52 112 58 144Q62 168 76 186Q52 168 50 138Q46 110 62 92Q82 70 84 48Z',
        '#ffffff*0.4',
      );
      s.ellipse(100, 5, 27, 6, '#274a80');
      s.path('M40 124Q70 106 100 124T160 124Q161 134 160 140Q130 158 100 140T41 142Q39 132 40 124Z', '#f4f1e6*0.85');
      for (const x of [70, 130]) s.ellipse(x, 132, 6, 6, '#e2b84a');
    },
    top: [100, 8],
  },
  can: {
    draw(s) {
      s.path('M58 28H142V184Q142 196 100 196Q58 196 58 184Z', '#e2574c|#a93229');
      s.path('M64 30H76V188Q66 186 64 184Z', '#ffffff*0.35');
      s.path('M58 96Q100 70 142 96V128Q100 104 58 128Z', '#ffffff*0.9');
      s.ellipse(100, 28, 42, 10, '#d5dce2>#a5b0ba');
      s.ellipse(100, 28, 30, 6, '#8f9ba6');
      s.ellipse(106, 27, 10, 2.6, '#e8edf1');
    },
  },
  toothpaste: {
    draw(s) {
      s.path('M10 150L150 118L160 164L26 194Z', '#ffffff>#dfe7ee');
      s.path('M34 150L140 126L146 150L42 174Z', '#3f8fd8');
      s.path('M40 162L142 138L146 150L43 174Z', '#e2574c');
      s.path('M6 148L22 144L34 194L18 198Z', '#c3d0da');
      s.path('M150 122L170 116Q182 122 180 140Q178 154 166 156L158 158Z', '#e8eef3');
      s.rect(176, 112, 20, 34, 5, '#e2574c>#b8392f');
    },
  },
  'dragon fruit': {
    draw(s) {
      for (const [x, y, turn] of [
        [60, 70, -40],
        [140, 70, 40],
        [40, 120, -65],
        [160, 120, 65],
        [100, 36, 0],
        [70, 40, -18],
        [130, 40, 18],
      ] as const)
        s.group(`rotate(${turn} ${x} ${y})`, () =>
          s.path(
            `M${x - 14} ${y + 22}Q${x - 8} ${y - 10} ${x} ${y - 30}Q${x + 8} ${y - 10} ${x + 14} ${y + 22}Z`,
            '#d8437f>#9fc25a',
          ),
        );
      s.ellipse(100, 122, 66, 76, '#ef5f96>#c93a74');
      s.ellipse(104, 126, 50, 60, '#ffffff>#f1eef0');
      for (let index = 0; index < 34; index++) {
        const angle = index * 2.4;
        const reach = Math.sqrt(index / 34);
        s.ellipse(104 + Math.cos(angle) * reach * 40, 126 + Math.sin(angle) * reach * 50, 2, 2.8, '#2f2a2c');
      }
    },
  },
  persimmon: {
    draw(s) {
      s.path(
        'M100 62C150 54 192 80 190 126C188 172 150 196 100 196C50 196 12 172 10 126C8 80 50 54 100 62Z',
        '#f7893a>#dc5f1f',
      );
      s.ellipse(58, 104, 16, 26, '#ffffff*0.35', 30);
      for (const turn of [-70, -24, 24, 70])
        s.group(`rotate(${turn} 100 66)`, () => s.path('M92 68Q84 44 100 26Q116 44 108 68Z', '#7a9a3f>#5a7a2c'));
      s.rect(95, 46, 10, 22, 4, '#5b4a2c');
    },
  },
  pomegranate: {
    draw(s) {
      s.path('M84 44L72 14L92 28L100 6L108 28L128 14L116 44Z', '#c9384a>#a82a3a');
      s.path(
        'M100 38C152 38 184 76 184 120C184 168 148 198 100 198C52 198 16 168 16 120C16 76 48 38 100 38Z',
        '#e0485a>#b02a3c',
      );
      s.path('M108 74Q168 84 164 130Q156 168 116 176Q92 126 108 74Z', '#f6e6d4');
      for (const [x, y] of [
        [122, 96],
        [140, 104],
        [118, 118],
        [136, 124],
        [152, 124],
        [122, 140],
        [140, 146],
        [126, 160],
        [110, 104],
      ] as const)
        s.ellipse(x, y, 9, 10, '#e2405a>#b02038');
      s.ellipse(52, 96, 14, 26, '#ffffff*0.28', 24);
    },
  },
  tofu: {
    draw(s) {
      s.polygon(
        [
          [14, 112],
          [104, 84],
          [190, 112],
          [102, 144],
        ],
        '#fffdf5',
      );
      s.polygon(
        [
          [14, 112],
          [102, 144],
          [102, 198],
          [14, 164],
        ],
        '#efe8d6',
      );
      s.polygon(
        [
          [190, 112],
          [102, 144],
          [102, 198],
          [190, 164],
        ],
        '#e0d6bf',
      );
    },
  },
  fruit: {
    draw(s) {
      s.path('M118 56Q150 40 182 72Q190 84 178 88Q140 84 120 108Z', '#f9d23f>#e0ae22');
      for (const [x, y] of [
        [36, 92],
        [56, 84],
        [46, 108],
        [66, 104],
        [30, 112],
        [52, 124],
      ] as const)
        s.ellipse(x, y, 13, 13, '#9a5fc4>#6f3a9c');
      s.ellipse(90, 90, 34, 34, '#ef5a48>#c8352a');
      s.ellipse(80, 78, 8, 12, '#ffffff*0.4', 30);
      s.line('M90 58Q92 48 98 44', 4, '#6b4630');
      s.ellipse(140, 108, 30, 28, '#f79a34>#df7818');
      s.rect(70, 186, 60, 12, 5, '#7f4a28');
      s.path('M8 116H192Q186 190 116 192H84Q14 190 8 116Z', '#b9773f>#8f552a');
      s.path('M22 126Q30 168 70 182Q46 156 42 126Z', '#ffffff*0.2');
    },
  },
  juice: {
    draw(s) {
      s.path('M48 30H152L138 190Q137 198 128 198H72Q63 198 62 190Z', '#fdf0d8*0.7');
      s.path('M52 70H148L138 186Q137 194 128 194H72Q63 194 62 186Z', '#ffb53a>#f28a1c');
      s.ellipse(100, 70, 48, 9, '#ffd27a');
      s.line('M112 76L138 2L164 -4', 7, '#e2574c');
      s.ellipse(50, 40, 27, 27, '#ff9d2a');
      s.ellipse(50, 40, 22, 22, '#ffd27a');
      for (const turn of [0, 60, 120]) s.group(`rotate(${turn} 50 40)`, () => s.line('M30 40H70', 3, '#ff9d2a'));
      s.path('M64 90H78L82 184H74Z', '#ffffff*0.4');
    },
  },
};
