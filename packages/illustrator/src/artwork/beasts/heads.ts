// Heads of our own for animals that Noto draws whole but never face to face, in a 128 × 128 box like Noto's.
import { createSketch, type Sketch } from '../sketch.js';

function eyes(sketch: Sketch, x: number, y: number, radius: number): void {
  for (const side of [-1, 1]) {
    sketch.ellipse(64 + side * x, y, radius, radius * 1.14, '#2f2b2a');
    sketch.ellipse(64 + side * x - radius * 0.3, y - radius * 0.4, radius * 0.32, radius * 0.32, '#ffffff');
  }
}

function mouth(sketch: Sketch, y: number, half: number): void {
  sketch.line(
    `M${64 - half} ${y}Q${64 - half / 2} ${y + half * 0.6} 64 ${y}Q${64 + half / 2} ${y + half * 0.6} ${64 + half} ${y}`,
    2.6,
    '#4a332c',
  );
}

type DrawHead = (sketch: Sketch) => void;

const heads: Readonly<Record<string, DrawHead>> = {
  kangaroo(sketch) {
    for (const side of [-1, 1]) {
      sketch.ellipse(64 + side * 23, 28, 11, 28, '#d27856>#b9633f', side * 15);
      sketch.ellipse(64 + side * 23, 30, 6, 20, '#ffd2af', side * 15);
    }
    sketch.path(
      'M64 38C84 38 96 52 94 70C92 90 80 114 64 114C48 114 36 90 34 70C32 52 44 38 64 38Z',
      '#d98460>#c56d49',
    );
    sketch.path('M64 74C78 74 86 86 83 97C80 108 73 114 64 114C55 114 48 108 45 97C42 86 50 74 64 74Z', '#ffd9bb');
    sketch.ellipse(64, 83, 10, 7, '#2f2b2a');
    sketch.ellipse(61, 80.5, 3, 1.8, '#ffffff*0.5');
    sketch.line('M64 89v6', 2.6, '#4a332c');
    mouth(sketch, 96, 10);
    eyes(sketch, 18, 64, 6.4);
  },
  elephant(sketch) {
    for (const side of [-1, 1]) {
      sketch.ellipse(64 + side * 44, 56, 22, 30, '#a9adb2>#8f949a', side * 8);
      sketch.ellipse(64 + side * 44, 58, 14, 21, '#e2b6b4', side * 8);
    }
    sketch.path('M64 20C88 20 98 40 96 60C94 82 82 92 64 92C46 92 34 82 32 60C30 40 40 20 64 20Z', '#bdc1c6>#a3a8ad');
    sketch.path(
      'M52 62C50 84 52 100 58 110C62 118 74 120 78 110C80 104 72 102 71 106C70 108 68 107 68 102C69 90 76 80 76 62Z',
      '#b4b8bd>#9a9fa5',
    );
    for (const y of [80, 89, 98]) sketch.line(`M55 ${y}Q63 ${y + 4} 71 ${y}`, 1.8, '#868b91');
    for (const side of [-1, 1])
      sketch.path(
        `M${64 + side * 15} 84Q${64 + side * 22} 98 ${64 + side * 17} 108Q${64 + side * 11} 98 ${64 + side * 10} 86Z`,
        '#fff6e2',
      );
    eyes(sketch, 19, 52, 5.6);
  },
  deer(sketch) {
    for (const side of [-1, 1]) {
      sketch.line(
        `M${64 + side * 12} 36C${64 + side * 20} 22 ${64 + side * 30} 20 ${64 + side * 34} 2M${64 + side * 20} 24C${64 + side * 18} 16 ${64 + side * 20} 10 ${64 + side * 18} 4M${64 + side * 29} 17C${64 + side * 38} 18 ${64 + side * 44} 12 ${64 + side * 46} 8`,
        5,
        '#8a5f3c',
      );
      sketch.ellipse(64 + side * 37, 47, 17, 8.5, '#c98a5a', side * -18);
      sketch.ellipse(64 + side * 37, 48, 11, 5, '#f3d9c0', side * -18);
    }
    sketch.path(
      'M64 32C82 32 92 46 89 64C86 84 78 110 64 110C50 110 42 84 39 64C36 46 46 32 64 32Z',
      '#d89a68>#bd7c4c',
    );
    sketch.path('M64 78C76 78 80 90 78 98C76 106 72 110 64 110C56 110 52 106 50 98C48 90 52 78 64 78Z', '#f6e3cf');
    sketch.ellipse(64, 88, 9, 6.5, '#332a27');
    mouth(sketch, 100, 8);
    eyes(sketch, 17, 60, 6);
    for (const [x, y] of [
      [56, 42],
      [72, 42],
      [64, 48],
    ] as const)
      sketch.ellipse(x, y, 2.6, 2.6, '#f6e3cf');
  },
  giraffe(sketch) {
    for (const side of [-1, 1]) {
      sketch.line(`M${64 + side * 10} 32L${64 + side * 14} 12`, 6, '#f2c05a');
      sketch.ellipse(64 + side * 14, 10, 6, 6, '#8a5a34');
      sketch.ellipse(64 + side * 36, 40, 16, 8, '#f2c05a', side * -20);
      sketch.ellipse(64 + side * 36, 41, 10, 4.6, '#f6d8b4', side * -20);
    }
    sketch.path(
      'M64 26C84 26 92 40 90 58C88 74 86 108 64 108C42 108 40 74 38 58C36 40 44 26 64 26Z',
      '#f8cb68>#eaae44',
    );
    for (const [x, y, r] of [
      [50, 40, 6],
      [76, 36, 7],
      [64, 48, 5],
      [86, 62, 5],
      [43, 66, 5],
    ] as const)
      sketch.ellipse(x, y, r, r * 0.85, '#c07a3a');
    sketch.path('M64 76C80 76 86 88 84 96C82 106 74 110 64 110C54 110 46 106 44 96C42 88 48 76 64 76Z', '#f6d8b4');
    for (const side of [-1, 1]) sketch.ellipse(64 + side * 8, 89, 3, 4, '#6b4630');
    mouth(sketch, 99, 9);
    eyes(sketch, 18, 60, 6);
  },
  raccoon(sketch) {
    for (const side of [-1, 1]) {
      sketch.ellipse(64 + side * 34, 32, 14, 15, '#8d9298');
      sketch.ellipse(64 + side * 34, 34, 8, 9, '#4a4d52');
    }
    sketch.path(
      'M64 24C92 24 114 50 116 76C112 92 90 104 64 106C38 104 16 92 12 76C14 50 36 24 64 24Z',
      '#a4a9ae>#8a8f95',
    );
    sketch.path('M64 50C84 40 110 54 112 76C96 92 82 84 74 70H54C46 84 32 92 16 76C18 54 44 40 64 50Z', '#43464b');
    sketch.path('M64 58C72 58 76 66 82 76C88 90 76 106 64 106C52 106 40 90 46 76C52 66 56 58 64 58Z', '#f1f2f3');
    for (const side of [-1, 1])
      sketch.path(
        `M${64 + side * 10} 46Q${64 + side * 34} 34 ${64 + side * 48} 52Q${64 + side * 30} 44 ${64 + side * 10} 54Z`,
        '#f1f2f3',
      );
    sketch.ellipse(64, 82, 8, 6, '#26272a');
    mouth(sketch, 92, 8);
    eyes(sketch, 25, 65, 6);
  },
  sheep(sketch) {
    for (const side of [-1, 1]) sketch.ellipse(64 + side * 42, 62, 16, 8.5, '#b9b4b2', side * 16);
    sketch.path(
      'M64 34C84 34 92 48 90 66C88 88 78 108 64 108C50 108 40 88 38 66C36 48 44 34 64 34Z',
      '#d3cecb>#b7b1ae',
    );
    for (const [x, y, r] of [
      [42, 36, 15],
      [64, 26, 18],
      [86, 36, 15],
      [52, 44, 12],
      [76, 44, 12],
    ] as const)
      sketch.ellipse(x, y, r, r, '#ffffff>#eceff0');
    sketch.path('M58 84Q64 80 70 84Q68 92 64 93Q60 92 58 84Z', '#5a4a48');
    mouth(sketch, 96, 8);
    eyes(sketch, 15, 66, 5.6);
  },
  penguin(sketch) {
    sketch.path(
      'M64 22C94 22 108 46 106 70C104 94 86 106 64 106C42 106 24 94 22 70C20 46 34 22 64 22Z',
      '#4a4e55>#34373d',
    );
    sketch.path('M64 60C70 40 98 44 98 70C98 92 82 104 64 104C46 104 30 92 30 70C30 44 58 40 64 60Z', '#ffffff');
    sketch.path('M52 76Q64 68 76 76Q72 90 64 92Q56 90 52 76Z', '#f5a52c>#e0872a');
    eyes(sketch, 20, 64, 6);
    for (const side of [-1, 1]) sketch.ellipse(64 + side * 27, 80, 6, 4, '#ffb0a0*0.7');
  },
  squirrel(sketch) {
    for (const side of [-1, 1])
      sketch.path(
        `M${64 + side * 22} 42C${64 + side * 26} 22 ${64 + side * 36} 12 ${64 + side * 42} 12C${64 + side * 46} 26 ${64 + side * 42} 40 ${64 + side * 38} 50Z`,
        '#a8683c',
      );
    sketch.path(
      'M64 30C92 30 108 52 108 72C106 94 86 106 64 106C42 106 22 94 20 72C20 52 36 30 64 30Z',
      '#c07d4b>#a8683c',
    );
    sketch.path('M64 72C82 66 98 76 96 86C90 100 78 106 64 106C50 106 38 100 32 86C30 76 46 66 64 72Z', '#ffe3c4');
    sketch.ellipse(64, 78, 6.4, 4.6, '#3a2a26');
    sketch.path('M60 92h8v8q-4 3 -8 0Z', '#ffffff');
    mouth(sketch, 88, 9);
    eyes(sketch, 25, 64, 7);
  },
  donkey(sketch) {
    for (const side of [-1, 1]) {
      sketch.ellipse(64 + side * 22, 26, 9.5, 27, '#9a948f>#837d78', side * 14);
      sketch.ellipse(64 + side * 22, 28, 5, 19, '#e0c8bc', side * 14);
    }
    sketch.path(
      'M64 34C82 34 90 48 88 64C86 82 86 114 64 114C42 114 42 82 40 64C38 48 46 34 64 34Z',
      '#a8a29d>#8d8782',
    );
    sketch.path('M54 30Q64 22 74 30L70 50Q64 56 58 50Z', '#5b5653');
    sketch.path('M64 82C80 82 86 94 83 102C80 111 74 116 64 116C54 116 48 111 45 102C42 94 48 82 64 82Z', '#e9e3dd');
    for (const side of [-1, 1]) sketch.ellipse(64 + side * 9, 95, 3.2, 4.4, '#5b5049');
    mouth(sketch, 106, 9);
    eyes(sketch, 17, 66, 5.8);
  },
  eagle(sketch) {
    sketch.path(
      'M64 18C90 18 106 40 104 66C102 90 92 104 64 108C36 104 26 90 24 66C22 40 38 18 64 18Z',
      '#ffffff>#e6e1d8',
    );
    for (const side of [-1, 1])
      sketch.path(
        `M${64 + side * 10} 52Q${64 + side * 26} 44 ${64 + side * 38} 50L${64 + side * 36} 56Q${64 + side * 24} 52 ${64 + side * 10} 58Z`,
        '#8a7a62',
      );
    eyes(sketch, 22, 62, 6);
    sketch.path('M50 68Q64 58 78 68Q78 88 64 104Q50 88 50 68Z', '#f7b93c>#e0902a');
    sketch.line('M56 76Q64 80 72 76', 2, '#b86f1c');
  },
};

/** The SVG body of one of our heads; undefined when we have none of that name. */
export function drawOwnHead(name: string): string | undefined {
  const draw = heads[name];
  if (draw === undefined) return undefined;
  const sketch = createSketch('n');
  draw(sketch);
  return sketch.toSvg();
}
