// Every everyday object class by its English and Chinese names, in the shapes of the public compositional prompt sets.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readPrompt } from '../../src/brief/read-prompt.js';
import { type CocoName, cocoNames } from './coco-names.js';
import { summarise } from './summarise.js';

const englishNumbers = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
const chineseNumbers = ['两', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];
const colours = [
  ['red', '红色'],
  ['blue', '蓝色'],
  ['orange', '橙色'],
  ['purple', '紫色'],
  ['white', '白色'],
  ['black', '黑色'],
  ['pink', '粉色'],
  ['brown', '棕色'],
  ['green', '绿色'],
  ['yellow', '黄色'],
] as const;
/** Named by the pair: a plural by itself, so never `a …` and never counted in English. */
const pairs = new Set(['skis', 'scissors']);
/** A bare lying thing counts as one whether it stands on another or not; compared without what a noun implies. */
const counted = (prompt: string): string => summarise(readPrompt(prompt)).replace(/ (?:small|large|giant)\b/g, '');
const withArticle = ({ english }: CocoName): string =>
  pairs.has(english) ? english : `${/^[aeiou]/.test(english) ? 'an' : 'a'} ${english}`;
/** Another class that is never the same one. */
function partner(index: number): CocoName {
  const other = cocoNames[(index * 13 + 29) % cocoNames.length];
  const name = other === cocoNames[index] ? cocoNames[(index + 7) % cocoNames.length] : other;
  assert.ok(name);
  return name;
}
const colourAt = (index: number): readonly [string, string] => colours[index % colours.length] ?? colours[0];

test('there are eighty classes with eighty concepts', () => {
  assert.equal(cocoNames.length, 80);
  assert.equal(new Set(cocoNames.map(({ concept }) => concept)).size, 80);
});

for (const [index, name] of cocoNames.entries()) {
  const { concept, english, plural, measure } = name;
  const other = partner(index);
  const [colour, chineseColour] = colourAt(index);
  const [otherColour, otherChineseColour] = colourAt(index + 3);
  const number = index % chineseNumbers.length;

  describe(english, () => {
    test('alone', () => {
      for (const prompt of [`a photo of ${withArticle(name)}`, withArticle(name), english]) {
        assert.equal(counted(prompt), `1 ${concept}`, prompt);
      }
    });

    if (!pairs.has(english)) {
      test('counted', () => {
        assert.equal(counted(`a photo of ${englishNumbers[number]} ${plural}`), `${number + 2} ${concept}`);
      });
    }

    test('with a colour, and beside another with its own', () => {
      assert.equal(counted(`a photo of a ${colour} ${english}`), `1 ${colour} ${concept}`);
      assert.equal(
        counted(`a photo of a ${colour} ${english} and a ${otherColour} ${other.english}`),
        `1 ${colour} ${concept}; 1 ${otherColour} ${other.concept}`,
      );
    });

    test('related to another', () => {
      const words = { 'left of': 'left-of', 'right of': 'right-of', above: 'above', below: 'below', 'on top of': 'on' };
      for (const [word, relation] of Object.entries(words)) {
        const prompt = `a photo of ${withArticle(name)} ${word} ${withArticle(other)}`;
        const rides = relation === 'on' && concept === 'person' && other.concept === 'horse' ? 'riding' : relation;
        assert.equal(counted(prompt), `1 ${concept}; 1 ${other.concept} | 0 ${rides} 1`, prompt);
      }
    });

    for (const chinese of name.chinese) {
      test(chinese, () => {
        const [otherChinese = ''] = other.chinese;
        const cases: [string, string][] = [
          [chinese, `1 ${concept}`],
          [`一张${chinese}的照片`, `1 ${concept}`],
          [`${chineseNumbers[number]}${measure}${chinese}`, `${number + 2} ${concept}`],
          [`一张${chineseNumbers[number]}${measure}${chinese}的照片`, `${number + 2} ${concept}`],
          [
            `一${measure}${chineseColour}的${chinese}和一${other.measure}${otherChineseColour}的${otherChinese}`,
            `1 ${colour} ${concept}; 1 ${otherColour} ${other.concept}`,
          ],
          [
            `一${measure}${chinese}在一${other.measure}${otherChinese}的左边`,
            `1 ${concept}; 1 ${other.concept} | 0 left-of 1`,
          ],
          [`${chinese}在${otherChinese}下面`, `1 ${concept}; 1 ${other.concept} | 0 under 1`],
          [`${otherChinese}右边有一${measure}${chinese}`, `1 ${other.concept}; 1 ${concept} | 1 right-of 0`],
        ];
        for (const [prompt, summary] of cases) assert.equal(counted(prompt), summary, prompt);
      });
    }
  });
}
