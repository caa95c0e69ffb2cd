// Prompts kept apart while the reader was made: what they ask for was written down before the reader saw them.

/** A prompt with what must be found in it. */
export interface HeldOutCase {
  prompt: string;
  /** All subjects in order: count, size and colour where they matter, concept; `|` parts equally good answers. */
  subjects?: readonly string[];
  /** Some of the relations, by index. */
  relations?: readonly string[];
  wearing?: readonly string[];
  texts?: readonly string[];
  /** `setting=beach`; `|` parts equally good answers. */
  facts?: readonly string[];
}

/** Two lists of sixty, written at different times; 54 of each were right at the first reading. */
export const heldOutCases: readonly HeldOutCase[] = [
  { prompt: 'a photo of two backpacks', subjects: ['2 backpack'] },
  { prompt: 'a photo of a green couch and an orange umbrella', subjects: ['1 green couch', '1 orange umbrella'] },
  { prompt: 'a photo of a giraffe and a computer mouse', subjects: ['1 giraffe', '1 computer mouse'] },
  {
    prompt: 'a photo of a skateboard above a person',
    subjects: ['1 skateboard', '1 person'],
    relations: ['0 above 1'],
  },
  { prompt: 'a photo of a blue cow and a black computer keyboard', subjects: ['1 blue cow', '1 black keyboard'] },
  {
    prompt: 'Three sheep standing in a row behind a wooden fence',
    subjects: ['3 sheep', '1 fence'],
    relations: ['0 behind 1'],
  },
  {
    prompt: 'A small dog wearing a yellow raincoat splashing in a puddle, rainy day',
    subjects: ['1 dog'],
    wearing: ['yellow coat'],
    facts: ['weather=rain'],
  },
  {
    prompt: 'A steaming bowl of ramen on a red table, top view',
    subjects: ['1 noodles', '1 red table'],
    relations: ['0 on 1'],
    facts: ['composition=birds-eye'],
  },
  {
    prompt: 'two white swans on a calm lake at dawn, impressionist painting',
    subjects: ['2 white swan'],
    facts: ['setting=lake', 'time=dawn', 'style=impressionist'],
  },
  { prompt: 'A wooden boat with a red sail on the sea', subjects: ['1 boat'], facts: ['setting=ocean'] },
  {
    prompt: 'an old woman knitting by the fireplace while a cat sleeps on the rug',
    subjects: ['1 old woman', '1 fireplace', '1 cat', '1 carpet'],
  },
  {
    prompt: 'Seven hot air balloons floating over a green valley',
    subjects: ['7 hot air balloon'],
    facts: ['setting=meadow'],
  },
  { prompt: 'a violin leaning against a piano', subjects: ['1 violin', '1 piano'], relations: ['0 beside 1'] },
  {
    prompt: 'a purple octopus holding a golden trident under the sea',
    subjects: ['1 purple octopus', '1 gold spear'],
    relations: ['0 holding 1'],
    facts: ['setting=underwater'],
  },
  { prompt: 'a bus stop sign with the text "ROUTE 66"', texts: ['ROUTE 66'] },
  {
    prompt: 'A bakery storefront with a sign that reads "Fresh Bread", morning light',
    texts: ['Fresh Bread'],
    facts: ['time=morning'],
  },
  { prompt: 'a cow jumping over the moon', subjects: ['1 cow'], facts: ['time=night', 'moon=full'] },
  {
    prompt: 'four red apples and two green pears on a white plate',
    subjects: ['4 red apple', '2 green pear', '1 white plate'],
  },
  {
    prompt: 'a black cat with green eyes sitting on a pumpkin, halloween',
    subjects: ['1 black cat', '1 pumpkin'],
    relations: ['0 on 1'],
    wearing: ['green eyes'],
  },
  {
    prompt: 'A man in a blue suit and a woman in a white dress dancing on a stage',
    subjects: ['1 man', '1 woman'],
    wearing: ['blue suit', 'white dress'],
    facts: ['setting=stage'],
  },
  {
    prompt: 'a tiny house on the back of a giant turtle',
    subjects: ['1 tiny house', '1 giant turtle'],
    relations: ['0 on 1'],
  },
  { prompt: 'an eagle flying above snowy mountains', subjects: ['1 eagle'], facts: ['setting=mountains'] },
  {
    prompt: 'A bench to the right of a fire hydrant',
    subjects: ['1 bench', '1 fire hydrant'],
    relations: ['0 right-of 1'],
  },
  { prompt: 'a spoon and a fork on either side of a plate', subjects: ['1 spoon', '1 fork', '1 plate'] },
  {
    prompt: 'pixel art of a knight with a silver sword facing a green dragon',
    subjects: ['1 knight', '1 silver sword', '1 green dragon'],
    facts: ['style=pixel-art'],
  },
  { prompt: 'A basket full of kittens', subjects: ['1 basket', '3 cat'] },
  {
    prompt: 'a library with tall bookshelves and a girl reading a book',
    subjects: ['3 bookshelf', '1 girl', '1 book'],
    facts: ['setting=library'],
  },
  {
    prompt: 'a red double decker bus driving across a bridge in London, foggy',
    subjects: ['1 red bus'],
    facts: ['weather=fog'],
  },
  {
    prompt: 'An astronaut sitting on a bench, feeding pigeons, in a park, surreal',
    subjects: ['1 astronaut', '1 bench', '3 dove'],
    facts: ['setting=park'],
  },
  { prompt: 'a toothbrush, a cup and a clock on a sink', subjects: ['1 toothbrush', '1 cup', '1 clock', '1 sink'] },
  { prompt: '一张四个钟的照片', subjects: ['4 clock'] },
  { prompt: '一只紫色的大象和一把绿色的雨伞', subjects: ['1 purple elephant', '1 green umbrella'] },
  { prompt: '一辆红色的卡车停在消防栓旁边', subjects: ['1 red truck', '1 fire hydrant'], relations: ['0 beside 1'] },
  { prompt: '冰箱上面放着一只泰迪熊', subjects: ['1 refrigerator', '1 teddy bear'], relations: ['1 on 0'] },
  {
    prompt: '五只企鹅站在冰山上，头顶是极光',
    subjects: ['5 penguin', '1 iceberg'],
    relations: ['0 on 1'],
    facts: ['sky=aurora'],
  },
  {
    prompt: '一位身穿白色婚纱的新娘手捧鲜花站在教堂门前',
    subjects: ['1 bride', '1 flower', '1 church'],
    wearing: ['white dress'],
  },
  { prompt: '一个小男孩坐在爷爷的肩膀上看烟花', subjects: ['1 boy'], facts: ['sky=fireworks'] },
  {
    prompt: '秋天的森林里，一只鹿在溪边喝水，清晨薄雾，水彩画',
    subjects: ['1 deer'],
    facts: ['setting=autumn-forest', 'time=dawn', 'weather=fog', 'style=watercolour'],
  },
  {
    prompt: '两个女孩坐在咖啡馆的窗边聊天，桌上有两杯咖啡',
    subjects: ['2 girl', '1 table', '2 coffee'],
    facts: ['setting=cafe'],
  },
  { prompt: '一只戴着墨镜的柴犬骑着滑板', subjects: ['1 dog', '1 skateboard'], wearing: ['sunglasses'] },
  {
    prompt: '夜晚的海边，一座灯塔发出光芒，天空中布满繁星',
    subjects: ['1 lighthouse'],
    facts: ['setting=beach', 'time=night', 'sky=stars'],
  },
  { prompt: '一个宇航员在月球上插旗', subjects: ['1 astronaut', '1 flag'], facts: ['setting=moon-surface'] },
  { prompt: '六个不同颜色的气球飘在蓝天上', subjects: ['6 balloon'], facts: ['setting=sky'] },
  { prompt: '商店门口挂着写有“营业中”的红色招牌', texts: ['营业中'], facts: ['setting=shop'] },
  {
    prompt: '黑板上写着“好好学习，天天向上”，教室里坐着十个学生',
    subjects: ['1 blackboard', '10 student'],
    texts: ['好好学习，天天向上'],
    facts: ['setting=classroom'],
  },
  { prompt: '左边是一棵树，右边是一座房子，中间有一条河', subjects: ['1 tree', '1 house'], facts: ['setting=river'] },
  {
    prompt: '一只白色的兔子在红色的蘑菇下面睡觉',
    subjects: ['1 white rabbit', '1 red mushroom'],
    relations: ['0 under 1'],
  },
  {
    prompt: '赛博朋克少女，蓝色短发，霓虹灯，机械手臂',
    subjects: ['1 girl'],
    wearing: ['blue hair'],
    facts: ['style=neon'],
  },
  { prompt: '一碗红烧牛肉面，特写，热气腾腾', subjects: ['1 noodles'], facts: ['composition=close-up'] },
  {
    prompt: '一匹棕色的马在草原上奔跑，背景是雪山，油画风格',
    subjects: ['1 brown horse'],
    facts: ['setting=meadow', 'style=oil'],
  },
  { prompt: '剪纸风格的生肖兔，红色背景', subjects: ['1 rabbit'], facts: ['style=paper-cut'] },
  { prompt: '浮世绘风格的巨浪和富士山', subjects: ['1 wave'], facts: ['style=ukiyo-e'] },
  {
    prompt: '一个穿着盔甲的骑士骑着白马站在城堡前',
    subjects: ['1 knight', '1 white horse', '1 castle'],
    relations: ['0 riding 1'],
  },
  {
    prompt: '桌上摆着三个橙子、两根香蕉和一串葡萄，静物油画',
    subjects: ['1 table', '3 orange', '2 banana', '1 grapes'],
    facts: ['style=oil'],
  },
  {
    prompt: '一只青蛙坐在荷叶上，手里拿着一把小伞',
    subjects: ['1 green frog|1 frog', '1 lotus', '1 small umbrella'],
    relations: ['0 on 1', '0 holding 2'],
  },
  {
    prompt: '一个机器人和一个小女孩手牵手走在夕阳下的沙滩上',
    subjects: ['1 robot', '1 girl'],
    facts: ['setting=beach', 'time=sunset'],
  },
  { prompt: '金色的麦田里有一个稻草人和三只乌鸦', subjects: ['1 scarecrow', '3 crow'], facts: ['setting=farm'] },
  {
    prompt: '竹林深处的小屋，细雨蒙蒙，水墨画',
    subjects: ['1 house|1 cottage'],
    facts: ['setting=bamboo-forest', 'weather=rain', 'style=ink-wash'],
  },
  { prompt: '一只橘猫趴在红色汽车的引擎盖上', subjects: ['1 orange cat', '1 red car'], relations: ['0 on 1'] },
  { prompt: '一个厨师正在厨房里切胡萝卜', subjects: ['1 cook', '1 carrot'], facts: ['setting=kitchen'] },
  { prompt: 'a photo of a cell phone', subjects: ['1 cell phone'] },
  { prompt: 'a photo of three zebras', subjects: ['3 zebra'] },
  { prompt: 'a photo of a yellow bird and a black motorcycle', subjects: ['1 yellow bird', '1 black motorcycle'] },
  {
    prompt: 'a photo of a hair drier below an elephant',
    subjects: ['1 hair drier', '1 elephant'],
    relations: ['0 below 1'],
  },
  {
    prompt: 'a photo of a tv remote left of an umbrella',
    subjects: ['1 remote', '1 umbrella'],
    relations: ['0 left-of 1'],
  },
  { prompt: 'A ginger kitten peeking out of a cardboard box', subjects: ['1 cat', '1 box'] },
  {
    prompt: 'Two astronauts playing chess on the surface of the moon, earth in the background',
    subjects: ['2 astronaut', '1 chess pawn', '1 earth'],
    facts: ['setting=moon-surface'],
  },
  {
    prompt: 'a golden retriever puppy running through a field of daisies on a sunny afternoon',
    subjects: ['1 dog'],
    facts: ['setting=flower-field', 'time=afternoon', 'weather=clear'],
  },
  {
    prompt: 'Eight colorful umbrellas hanging above a narrow street',
    subjects: ['8 umbrella'],
    facts: ['setting=street'],
  },
  { prompt: 'an isometric illustration of a tiny coffee shop', facts: ['setting=cafe', 'style=low-poly'] },
  {
    prompt: 'a queen with a golden crown sitting on a throne, renaissance painting',
    subjects: ['1 queen', '1 chair'],
    relations: ['0 on 1'],
    wearing: ['gold crown'],
    facts: ['style=oil'],
  },
  {
    prompt: 'the Eiffel Tower in the style of The Starry Night by Van Gogh',
    subjects: ['1 tower'],
    facts: ['style=van-gogh'],
  },
  {
    prompt: 'A little girl in a pink coat feeds five ducks beside a pond',
    subjects: ['1 girl', '5 duck'],
    wearing: ['pink coat'],
    facts: ['setting=lake'],
  },
  {
    prompt: 'A red bicycle with a basket of flowers parked by a stone wall',
    subjects: ['1 red bicycle', '1 basket', '3 flower'],
  },
  { prompt: 'ten green bottles on a wall', subjects: ['10 green bottle'] },
  {
    prompt: 'a sleeping fox curled up under a maple tree, autumn leaves falling',
    subjects: ['1 fox', '1 tree', '3 autumn leaf'],
    relations: ['0 under 1'],
  },
  {
    prompt: 'A man with a beard wearing a black hat and glasses, pencil portrait',
    subjects: ['1 man'],
    wearing: ['beard', 'black hat', 'glasses'],
    facts: ['style=pencil', 'composition=portrait'],
  },
  {
    prompt: 'a polar bear on a melting iceberg, dramatic sky',
    subjects: ['1 polar bear', '1 iceberg'],
    relations: ['0 on 1'],
  },
  {
    prompt: 'a green alien and a pink robot shaking hands in front of a spaceship',
    subjects: ['1 green alien', '1 pink robot', '1 spaceship'],
    relations: ['0 in-front-of 2'],
  },
  {
    prompt: 'A cake with seven candles and the words "Happy 7th Birthday"',
    subjects: ['1 cake', '7 candle'],
    texts: ['Happy 7th Birthday'],
  },
  {
    prompt: 'a whale in the sky among clouds, dreamy, pastel colors',
    subjects: ['1 whale'],
    facts: ['setting=sky', 'mood=dreamy'],
  },
  {
    prompt: 'a snowy village at night with warm lights in the windows',
    facts: ['setting=village', 'time=night', 'season=winter'],
  },
  { prompt: 'a horse-drawn carriage on a cobblestone street', subjects: ['1 carriage'], facts: ['setting=street'] },
  { prompt: 'stained glass window of a peacock', subjects: ['1 peacock'], facts: ['style=stained-glass'] },
  {
    prompt: 'A bear holding two red balloons in its paws',
    subjects: ['1 bear', '2 red balloon'],
    relations: ['0 holding 1'],
  },
  {
    prompt: 'low poly deer in a forest clearing, mist',
    subjects: ['1 deer'],
    facts: ['setting=forest', 'weather=fog', 'style=low-poly'],
  },
  { prompt: 'a pizza on the left and a hamburger on the right', subjects: ['1 pizza', '1 hamburger'] },
  {
    prompt: 'three blue cups on top of a brown suitcase',
    subjects: ['3 blue cup', '1 brown suitcase'],
    relations: ['0 on 1'],
  },
  { prompt: 'a donkey between two trees', subjects: ['1 donkey', '2 tree'], relations: ['0 between 1'] },
  {
    prompt: 'A chalkboard sign outside a cafe that says "Today\'s Special: Pancakes"',
    texts: ["Today's Special: Pancakes"],
  },
  { prompt: '三个红苹果和一把刀放在砧板上', subjects: ['3 red apple', '1 knife'], facts: ['setting=table-top'] },
  { prompt: '一只黄色的鸭子在浴缸里', subjects: ['1 yellow duck', '1 bathtub'], relations: ['0 in 1'] },
  {
    prompt: '戴红帽子的企鹅和戴绿围巾的北极熊',
    subjects: ['1 penguin', '1 polar bear'],
    wearing: ['red hat', 'green scarf'],
  },
  { prompt: '一个老爷爷坐在门前的摇椅上抽烟斗', subjects: ['1 old man', '1 chair', '1 cigarette'] },
  { prompt: '四只蝴蝶围绕着一朵粉色的花飞舞', subjects: ['4 butterfly', '1 pink flower'], relations: ['0 around 1'] },
  {
    prompt: '一艘白色帆船航行在蓝色的大海上，天空有几只海鸥',
    subjects: ['1 white sailboat', '3 seagull'],
    facts: ['setting=ocean'],
  },
  {
    prompt: '穿校服的女学生站在樱花树下微笑，春天，动漫风格',
    subjects: ['1 student', '1 cherry tree'],
    relations: ['0 under 1'],
    facts: ['season=spring', 'style=comic'],
  },
  { prompt: '一座红色的桥横跨在河上，两岸是柳树', subjects: ['1 red bridge', '1 tree'], facts: ['setting=river'] },
  { prompt: '暴风雨中的海盗船，闪电，史诗感', subjects: ['1 sailing ship'], facts: ['weather=storm', 'mood=epic'] },
  { prompt: '木桌上的一瓶红酒和两个高脚杯，烛光', subjects: ['1 table', '1 wine', '2 wine glass'] },
  {
    prompt: '一只小刺猬背着一个红苹果走在森林的小路上',
    subjects: ['1 hedgehog', '1 red apple'],
    facts: ['setting=forest'],
  },
  { prompt: '老虎和狮子在草原上打架', subjects: ['1 tiger', '1 lion'], facts: ['setting=meadow'] },
  { prompt: '沙漠中，三只骆驼排成一队走向夕阳', subjects: ['3 camel'], facts: ['setting=desert', 'time=sunset'] },
  {
    prompt: '一个穿着白大褂的医生拿着听诊器站在医院里',
    subjects: ['1 doctor', '1 stethoscope'],
    relations: ['0 holding 1'],
    wearing: ['white lab coat'],
  },
  { prompt: '火车从雪山下的隧道驶出，冬天', subjects: ['1 train'], facts: ['setting=mountains', 'season=winter'] },
  { prompt: '一把吉他靠在椅子旁边', subjects: ['1 guitar', '1 chair'], relations: ['0 beside 1'] },
  {
    prompt: '妈妈和女儿在厨房里做蛋糕，温馨',
    subjects: ['1 woman', '1 girl', '1 cake'],
    facts: ['setting=kitchen', 'mood=cosy'],
  },
  { prompt: '一只鹦鹉站在海盗的肩膀上', subjects: ['1 parrot', '1 pirate'], relations: ['0 on 1'] },
  { prompt: '像素风格的宇宙飞船在星际中飞行', subjects: ['1 spaceship'], facts: ['setting=space', 'style=pixel-art'] },
  { prompt: '窗台上放着三盆绿色的植物和一只睡觉的猫', subjects: ['1 window', '3 green potted plant', '1 cat'] },
  { prompt: '公园长椅上坐着一对老夫妻，秋天落叶纷飞', subjects: ['1 bench', '1 couple', '1 autumn leaf'] },
  { prompt: '一条绿色的蛇缠绕在树枝上', subjects: ['1 green snake', '1 log'] },
  {
    prompt: '雨中的小巷，一只黑猫走过，路灯昏黄',
    subjects: ['1 black cat', '1 street lamp'],
    facts: ['setting=street', 'weather=rain'],
  },
  {
    prompt: '巨大的章鱼攻击一艘小船，浮世绘风格',
    subjects: ['1 giant octopus', '1 small boat'],
    facts: ['style=ukiyo-e'],
  },
  { prompt: '一位芭蕾舞者在舞台中央旋转，聚光灯', subjects: ['1 ballet dancer'], facts: ['setting=stage'] },
  {
    prompt: '红色跑车停在海边公路上，俯拍',
    subjects: ['1 red car'],
    facts: ['setting=beach|road', 'composition=birds-eye'],
  },
  { prompt: '两只小熊猫在竹林里玩耍', subjects: ['2 raccoon'], facts: ['setting=bamboo-forest'] },
  { prompt: '手机屏幕上显示着“电量不足”', subjects: ['1 cell phone'], texts: ['电量不足'] },
  {
    prompt: '一个女孩抱着一只白色的猫，旁边坐着一只棕色的狗',
    subjects: ['1 girl', '1 white cat', '1 brown dog'],
    relations: ['0 holding 1'],
  },
  {
    prompt: '清晨的稻田里，一位农夫牵着水牛',
    subjects: ['1 farmer', '1 water buffalo'],
    facts: ['setting=farm', 'time=dawn'],
  },
];
