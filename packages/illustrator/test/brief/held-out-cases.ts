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

/**
 * Three lists of sixty, written at different times and read once before anything was changed for them: 54, 54 and 40
 * (the third is of long prompts) were right in every point then. The reader has learned from them since, so that now
 * they keep it from getting worse.
 */
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
  {
    prompt:
      '一位年轻的亚洲女性，黑色长发，穿着米色风衣和白色高领毛衣，手里拿着一杯咖啡，站在秋天的街头，身后是金黄的银杏树，柔和的逆光，浅景深，电影质感，高清摄影',
    subjects: ['1 woman', '1 coffee', '1 tree'],
    relations: ['0 holding 1'],
    wearing: ['black hair', 'beige coat', 'white sweater'],
    facts: ['setting=street', 'season=autumn'],
  },
  {
    prompt: '在一个阳光明媚的午后，一只毛茸茸的橘色小猫蜷缩在窗台上睡觉，窗外是盛开的樱花，画面温馨，水彩风格',
    subjects: ['1 small orange cat', '1 window', '1 cherry blossom'],
    relations: ['0 on 1'],
    facts: ['time=afternoon', 'weather=clear', 'mood=cosy', 'style=watercolour'],
  },
  {
    prompt:
      '未来城市的夜晚，高楼林立，飞行汽车穿梭其中，霓虹灯闪烁，一个穿着黑色皮衣的女孩背对镜头，赛博朋克风格，广角镜头',
    facts: ['setting=city-by-night', 'time=night', 'style=neon', 'composition=wide-shot'],
  },
  {
    prompt: '一条巨大的蓝色鲸鱼在云层之上游动，背上驮着一座小小的村庄，夕阳的余晖，梦幻，超现实主义',
    subjects: ['1 giant blue whale'],
    facts: ['setting=sky', 'time=sunset', 'mood=dreamy'],
  },
  {
    prompt: '古风少年，身着白衣，手持长剑，站在竹林中，落叶纷飞，水墨画风，意境悠远',
    subjects: ['1 boy', '1 sword', '1 autumn leaf'],
    relations: ['0 holding 1'],
    wearing: ['white clothes'],
    facts: ['setting=bamboo-forest', 'style=ink-wash'],
  },
  {
    prompt: '桌面静物：一个青花瓷花瓶里插着五朵粉色的牡丹，旁边放着两个石榴和一把折扇，工笔画',
    subjects: ['1 table', '1 vase', '5 pink flower', '2 pomegranate', '1 folding fan'],
    facts: ['style=gongbi'],
  },
  {
    prompt: '三只穿着不同颜色毛衣的柯基犬坐在公园的长椅上，分别是红色、黄色和蓝色',
    subjects: ['3 dog', '1 bench'],
    facts: ['setting=park'],
  },
  {
    prompt: '一个戴着草帽的农民伯伯牵着一头黄牛走在田间小路上，远处是青山和炊烟袅袅的村庄，清晨',
    subjects: ['1 farmer', '1 cow'],
    relations: ['0 holding 1'],
    wearing: ['sun hat'],
    facts: ['time=dawn'],
  },
  {
    prompt: '一辆复古的红色甲壳虫汽车停在海边，车顶上绑着一块黄色的冲浪板，蓝天白云，椰子树',
    subjects: ['1 red car', '1 yellow surfboard', '1 palm tree'],
    facts: ['setting=beach'],
  },
  {
    prompt: '雪夜，一个提着红灯笼的小女孩走在古镇的石桥上，雪花飘落，国画风格',
    subjects: ['1 red paper lantern', '1 girl'],
    facts: ['setting=bridge|ancient-town', 'weather=snow', 'style=ink-wash'],
  },
  {
    prompt: '生日派对：一个戴着生日帽的小男孩在吹蜡烛，面前是一个写着“10岁快乐”的蛋糕，周围有很多气球',
    texts: ['10岁快乐'],
  },
  {
    prompt: '一只白猫戴着圆框眼镜，坐在书桌前看书，桌上有一盏台灯和一杯热茶，夜晚，温暖的灯光',
    subjects: ['1 white cat', '1 desk', '1 book', '1 lamp', '1 tea'],
    wearing: ['glasses'],
    facts: ['time=night'],
  },
  {
    prompt: '两个宇航员在火星表面插上一面中国国旗，背景是地球',
    subjects: ['2 astronaut', '1 flag', '1 earth'],
    facts: ['setting=moon-surface'],
  },
  {
    prompt: '一家人坐在餐桌旁吃年夜饭，桌上有饺子和鱼，窗外烟花绽放',
    subjects: ['1 family', '1 dining table', '1 dumpling', '1 fish'],
    facts: ['sky=fireworks'],
  },
  {
    prompt: '像素画，一个绿色的小恐龙和一个红色的蘑菇，简单背景',
    subjects: ['1 small green dinosaur', '1 red mushroom'],
    facts: ['setting=studio', 'style=pixel-art'],
  },
  {
    prompt: '一只老鹰站在雪山之巅，俯瞰大地，云海翻腾，史诗感，油画',
    subjects: ['1 eagle'],
    facts: ['setting=mountains|sky', 'mood=epic', 'style=oil'],
  },
  {
    prompt: '女生宿舍里，一张粉色的床，上面放着三个毛绒玩具，墙上贴着海报，书桌上有一台笔记本电脑',
    subjects: ['1 pink bed', '3 teddy bear', '1 desk', '1 laptop'],
    facts: ['setting=bedroom'],
  },
  {
    prompt: '一个渔夫在湖上划船，船头站着两只鸬鹚，清晨的薄雾，桂林山水，水墨',
    subjects: ['1 fisherman', '1 boat'],
    facts: ['setting=lake', 'weather=fog', 'style=ink-wash'],
  },
  {
    prompt: '四个小朋友在沙滩上堆沙堡，旁边有一个蓝色的桶和一把红色的铲子',
    subjects: ['4 child', '1 sandcastle', '1 blue bucket', '1 red shovel'],
    facts: ['setting=beach'],
  },
  {
    prompt: '红色的苹果在绿色的盘子左边，黄色的香蕉在绿色的盘子右边',
    subjects: ['1 red apple', '1 green plate', '1 yellow banana'],
    relations: ['0 left-of 1', '2 right-of 1'],
  },
  { prompt: '马卡龙色系，可爱的独角兽，彩虹，云朵，儿童插画', subjects: ['1 unicorn'], facts: ['mood=joyful'] },
  { prompt: '一个厨师戴着高高的白帽子，在比萨店里抛披萨饼', subjects: ['1 cook', '1 pizza'], wearing: ['white hat'] },
  {
    prompt: '黄昏时分，一列绿皮火车驶过开满油菜花的田野',
    subjects: ['1 steam locomotive|1 train', '1 flower'],
    facts: ['time=dusk'],
  },
  {
    prompt: '中秋夜，一家三口在院子里赏月吃月饼，满月，桂花树',
    subjects: ['1 family', '1 mooncake', '1 tree'],
    facts: ['time=night', 'moon=full'],
  },
  {
    prompt: '巴黎街头，一位金发女郎骑着粉色的自行车，车篮里装着法棍和鲜花，埃菲尔铁塔在远处',
    subjects: ['1 woman', '1 pink bicycle', '1 baguette', '1 flower', '1 tower'],
  },
  { prompt: '一只蓝色的鸟停在一只棕色的熊的头上', subjects: ['1 blue bird', '1 brown bear'], relations: ['0 on 1'] },
  { prompt: '一只手表放在一本打开的书上', subjects: ['1 watch', '1 open book'], relations: ['0 on 1'] },
  {
    prompt: '八个彩色的热气球飘浮在峡谷上空，日出',
    subjects: ['8 hot air balloon'],
    facts: ['setting=canyon', 'time=dawn'],
  },
  {
    prompt: '穿着红色斗篷的小女孩和一只灰色的大灰狼站在森林里',
    subjects: ['1 girl', '1 grey wolf'],
    wearing: ['red coat'],
    facts: ['setting=forest'],
  },
  { prompt: '把一只绿色的青蛙画成国王，戴着皇冠，坐在王座上', subjects: ['1 green frog', '1 king', '1 chair'] },
  {
    prompt:
      'A young woman with curly red hair and freckles, wearing a green knitted sweater, sits by a rainy window holding a steaming cup of tea, warm light, shallow depth of field',
    subjects: ['1 woman', '1 window', '1 tea'],
    relations: ['0 holding 2'],
    wearing: ['red hair', 'green sweater'],
    facts: ['weather=rain'],
  },
  {
    prompt: 'an epic battle between a white dragon and a black dragon over a burning city at night',
    subjects: ['1 white dragon', '1 black dragon'],
    facts: ['setting=city-by-night', 'time=night', 'mood=epic'],
  },
  {
    prompt:
      'A still life with a silver teapot, three lemons, and a blue porcelain bowl on a white tablecloth, oil painting, dark background',
    subjects: ['1 silver teapot', '3 lemon', '1 blue bowl'],
    facts: ['style=oil'],
  },
  {
    prompt: "children's book illustration of a bear and a rabbit having a picnic under a big oak tree",
    subjects: ['1 bear', '1 rabbit', '1 large tree'],
    relations: ['0 under 2', '1 under 2'],
  },
  {
    prompt: 'a train station platform with a clock hanging above a bench, black and white photo',
    subjects: ['1 clock', '1 bench'],
  },
  {
    prompt: 'A street musician playing the saxophone under a street lamp on a rainy night',
    subjects: ['1 singer', '1 saxophone', '1 street lamp'],
    facts: ['time=night', 'weather=rain'],
  },
  {
    prompt: 'an aerial view of five white sailboats on turquoise water',
    subjects: ['5 white sailboat'],
    facts: ['composition=birds-eye'],
  },
  {
    prompt: 'Two kids build a snowman with a carrot nose and a black top hat in the backyard, winter',
    subjects: ['2 child', '1 snowman', '1 carrot'],
    facts: ['setting=garden', 'season=winter'],
  },
  {
    prompt: 'a laptop and a cup of coffee on a desk, with a window behind it showing a city skyline',
    subjects: ['1 laptop', '1 coffee', '1 desk', '1 window'],
  },
  {
    prompt: 'a cute baby panda wearing a red bow tie sitting in a teacup, studio lighting, pastel background',
    subjects: ['1 panda', '1 tea'],
    wearing: ['red tie'],
  },
  {
    prompt: 'a man walking his dog along a tree-lined path in autumn',
    subjects: ['1 man', '1 dog'],
    facts: ['setting=road', 'season=autumn'],
  },
  {
    prompt: 'a samurai standing beneath a cherry blossom tree holding a katana, ukiyo-e',
    subjects: ['1 samurai', '1 cherry tree', '1 sword'],
    relations: ['0 under 1', '0 holding 2'],
    facts: ['style=ukiyo-e'],
  },
  {
    prompt: 'A wooden table with a red bowl of strawberries and a glass of milk',
    subjects: ['1 table', '1 red bowl', '3 strawberry', '1 milk'],
  },
  { prompt: 'one red balloon among nine white balloons', subjects: ['1 red balloon', '9 white balloon'] },
  {
    prompt: 'a zebra wearing sunglasses driving a red convertible through the desert',
    subjects: ['1 zebra', '1 red car'],
    wearing: ['sunglasses'],
    facts: ['setting=desert'],
  },
  { prompt: 'logo of a fox head, minimal, orange and white', subjects: ['1 fox'], facts: ['composition=minimal'] },
  { prompt: 'a graffiti wall that says "PEACE" with a dove', subjects: ['1 dove'], texts: ['PEACE'] },
  {
    prompt: 'there is a cat on the left of a tv and a plant on the right of the tv',
    subjects: ['1 cat', '1 tv', '1 potted plant'],
    relations: ['0 left-of 1', '2 right-of 1'],
  },
  {
    prompt: 'The small yellow car is behind the big blue bus',
    subjects: ['1 small yellow car', '1 large blue bus'],
    relations: ['0 behind 1'],
  },
  { prompt: 'A monkey with a banana on its head', subjects: ['1 monkey', '1 banana'] },
  {
    prompt: 'a bunch of grapes, a wedge of cheese and a loaf of bread on a cutting board',
    subjects: ['1 grapes', '1 cheese', '1 bread'],
  },
  {
    prompt: 'four tulips: two red, one yellow and one white',
    subjects: ['2 red tulip', '1 yellow tulip', '1 white tulip'],
  },
  {
    prompt: 'an ice cream truck surrounded by children on a sunny street',
    subjects: ['1 truck', '3 child'],
    facts: ['setting=street', 'weather=clear'],
  },
  {
    prompt: 'a hedgehog reading a newspaper in an armchair by the fireplace',
    subjects: ['1 hedgehog', '1 newspaper', '1 armchair', '1 fireplace'],
    relations: ['0 holding 1', '0 in 2'],
  },
  { prompt: 'a football on the grass in front of a goal', subjects: ['1 soccer ball'] },
  {
    prompt: 'a lonely lighthouse in a storm, huge waves crashing against rocks',
    subjects: ['1 lighthouse', '3 giant wave', '3 rock'],
    facts: ['weather=storm'],
  },
  {
    prompt: 'an owl and a full moon over a pine forest',
    subjects: ['1 owl'],
    facts: ['setting=forest', 'time=night', 'moon=full'],
  },
  { prompt: 'a photo of a broccoli and a parking meter', subjects: ['1 broccoli', '1 parking meter'] },
  { prompt: 'a green tennis racket and a black dog', subjects: ['1 green tennis racket', '1 black dog'] },
  {
    prompt: 'a clock with a wooden frame hanging on a yellow wall above a grey couch',
    subjects: ['1 clock', '1 grey couch'],
    relations: ['0 above 1'],
  },
];
