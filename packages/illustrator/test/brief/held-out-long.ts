// Long prompts kept apart while the reader was made: what they ask for was written down before it saw them.
import type { HeldOutCase } from './held-out-case.js';

/** Sixty cases; 40 were right in every point at the first reading, before anything was changed for them. */
export const longHeldOutCases: readonly HeldOutCase[] = [
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
