// Paints one prompt into a file: node packages/illustrator/examples/paint.mjs "three yellow boats under the moon" boats.png
import { writeFile } from 'node:fs/promises';
import { illustrate } from '@inkling/illustrator';

const [prompt = 'a red fox in the snow at sunset', file = 'picture.png'] = process.argv.slice(2);
const { bytes, plan } = await illustrate({ prompt, width: 1024, height: 1024, seed: 7, format: 'png' });
await writeFile(file, bytes);
console.log(`${file}: ${plan.subjects.map(({ noun }) => noun).join(', ')} in ${plan.setting}, ${plan.style}`);
if (plan.unplaced.length > 0) console.log(`could not place: ${plan.unplaced.join(', ')}`);
