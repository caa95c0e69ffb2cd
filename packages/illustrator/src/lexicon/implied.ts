// What some nouns say by themselves: a 白马 is white, a kitten is small. Rows `value: words`, see noun-rows.ts.

/** Colours inside a noun; only where the colour is meant (a 黄瓜 is no yellow thing, a goldfish no golden one). */
export const impliedColourRows: readonly string[] = [
  'red: 红发, red fox, red apple, 红苹果, 红玫瑰, 红旗, 五星红旗, red flag, red scarf, 红领巾, 红灯笼, red lantern, red lanterns, 红裙',
  '+ 红辣椒, red heart, 红心, red phone box, 红墙, 红梅, 红嘴鸥',
  'orange: 橘猫, 赤狐',
  'yellow: 小黄鸭, 黄牛, 黄叶',
  'green: 绿发, granny smith, 青苹果, 绿叶, 翠竹, 青蛇',
  'blue: 蓝发, blue jay, bluebird, 蓝猫, blue whale, 蓝鲸',
  'brown: 棕发, brown bear, 棕熊, brown mushroom, 枣红马',
  'black: 黑发, 黑长直, black bear, 黑熊, 黑马, 黑豹, 黑天鹅, black bird, blackbird, 乌鸦',
  'white: 白发, white horse, white tiger, white rabbit, 白马, 白虎, 白兔, 小白兔, 白天鹅, 白狐, 白鸽, 白鹤, 白鹅, 白裙, 白衬衫, 白蛇, arctic fox',
  '+ 北极狐, 雪狐, 雪狼, 白墙, 白帆, snow leopard, 雪豹, 白孔雀, white coat, 白大褂, 白纸, 萨摩耶, samoyed',
  'silver: 银发',
  'pink: 粉发',
  'purple: 紫发',
  'grey: 灰狼, 灰熊',
  'gold: 金发, blonde hair, golden retriever, 金毛, 金毛犬, 金毛寻回犬, gold coin, gold coins, 金币, golden key, 金钥匙, gold medal',
  '+ 金牌, 金龙',
];

/** Materials inside a noun. */
export const impliedMaterialRows: readonly string[] = [
  'wood: wooden table, wooden chair, wooden bench, wooden boat, wooden house, wooden bridge, wooden sign',
  '+ wooden door, wooden barrel, log cabin, cabin, 木屋, 小木屋, 木桌, 木桌子, 木椅, 木长椅, 木船, 木桥, 木牌, 木门, 木桶, 木箱, 木筏, 木马, 木偶',
  '+ 木栅栏',
  'stone: stone bridge, stone wall, 石桥, 石拱桥, 石桌, 石墙, 石像, 石阶, 瓷碗, 瓷盘, 瓷瓶, 青花瓷, 青花瓷瓶, 陶罐, porcelain vase, 陶瓷杯, 陶瓷花瓶',
  'brick: brick wall, 砖墙',
  'glass: glass bottle, glass slipper, 玻璃杯, 玻璃瓶, 玻璃罐, 玻璃窗, 水晶鞋',
  'paper: paper boat, paper airplane, paper plane, paper cup, paper lantern, paper bag, 纸船, 纸飞机, 纸杯, 纸箱, 纸袋, 纸盒, 纸伞',
  '+ 纸风车',
  'metal: 铁塔, 铁锤, 铁链, 铜镜, 铜像, 铜铃, 铁锅, 铁镐',
  'leather: leather jacket, 皮夹克, 皮衣, 皮鞋, 皮靴, 皮箱',
  'ice: ice sculpture, 冰屋, igloo',
  'cloth: 布娃娃, 布袋, 布鞋, 丝巾, 牛仔裤, jeans, denim jacket, 牛仔外套',
  'wool: 毛衣, 毛线帽, 针织帽, 针织衫, 毛绒玩具, 毛绒熊, plush toy, plush bear, stuffed bear, stuffed animal',
];

/** Sizes inside a noun. */
export const impliedSizeRows: readonly string[] = [
  'small: puppy, pup, kitten, kitty, 小狗, 小猫, 幼犬, 幼猫, piglet, 小猪, lamb, 小羊, foal, 小马, 小马驹, calf, 小牛, fawn, 小鹿, cub',
  '+ bear cub, lion cub, tiger cub, 小熊, 小老虎, 小狮子, duckling, 小鸭子, 小鸭, gosling, cygnet, 小鸟, 小鱼, 小兔子, 小兔, bunny, 小船',
  '+ 小屋, 小木屋, 小房子, cottage, hut, 小树, sapling, 小花, 小象, 小狐狸, 小猴子, 小松鼠, 小老鼠, 小桥, 小旗, 小碗, 小刀, 小勺, 小桌, 小床, 小汽车, 小怪兽',
  '+ 小机器人, 小恐龙, 小龙, 小企鹅, 小海豹, 小海豚, 小羊羔',
  'large: 大狗, 大鱼, 大树, 大楼, 大桥, 大船, 大象群, big dog, boulder, 大碗, 大石头, 大锅, 大灰狼, 大熊, 大鹅, 大公鸡, 大卡车, 大货车',
  'giant: 巨龙, 巨石, 巨浪, 巨轮, skyscraper, 摩天大楼, 高楼大厦, 摩天楼, kaiju, godzilla, 哥斯拉, 恐龙巨兽',
];
