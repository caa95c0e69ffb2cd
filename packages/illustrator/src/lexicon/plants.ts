// Nouns: trees, flowers and other growing things. Row syntax: see noun-rows.ts.

/** Rows for plants. */
export const plantRows: readonly string[] = [
  // Trees
  'tree: tree, deciduous tree, 树, 大树, 树木, 小树, 古树, 老树, 树林子 > oak, oak tree, maple, maple tree, birch, willow, willow tree, elm, beech, ash tree, apple tree, fruit tree, ginkgo, baobab, olive tree, lemon tree, orange tree, banyan, 橡树, 枫树, 白桦树, 白桦, 柳树, 垂柳, 梧桐, 梧桐树, 银杏, 银杏树, 苹果树, 果树, 榕树, 杨树, 槐树, 桂花树, 胡杨',
  'pine tree: pine tree, pine, evergreen, evergreen tree, fir, fir tree, spruce, cedar, conifer, cypress, 松树, 青松, 松, 杉树, 云杉, 柏树, 雪松, 迎客松',
  'palm tree: palm tree, palm, coconut tree, coconut palm, 棕榈树, 椰子树, 椰树, 棕榈',
  'cherry tree: cherry tree, cherry blossom tree, sakura tree, 樱花树, 樱树, 桃花树, 桃树, 梅花树, 梅树',
  'bare tree: bare tree, leafless tree, dead tree, 枯树, 秃树, 枯木',
  'christmas tree: christmas tree, xmas tree, 圣诞树',
  'bonsai: bonsai, bonsai tree, 盆景',
  'bamboo: bamboo, bamboos, 竹子, 竹, 翠竹, 竹叶',
  'bush: bush, shrub, hedge, 灌木, 灌木丛, 树丛 ~ topiary',
  // Pots and green things
  'potted plant: potted plant, house plant, houseplant, plant, plants, pot plant, flower pot, flowerpot, plant pot, 盆栽, 盆栽植物, 盆景植物, 绿植, 植物, 花盆, 多肉, 多肉植物 > succulent, monstera, fern, 龟背竹, 蕨类, 吊兰, 绿萝',
  'cactus: cactus, cacti, 仙人掌, 仙人球',
  'grass: grass, reed, reeds, 草, 小草, 青草, 芦苇, 草丛, 狗尾草 ~ hay, straw, 稻草, 干草',
  'vine: vine, ivy, creeper, 藤蔓, 爬山虎, 常春藤, 藤 ~ wisteria, 紫藤',
  'leaf: leaf, leaves, foliage, 叶子, 树叶, 绿叶, 叶',
  'maple leaf: maple leaf, 枫叶, 红叶',
  'autumn leaf: autumn leaf, autumn leaves, fallen leaf, fallen leaves, 落叶, 黄叶',
  'seedling: seedling, sprout, sapling, 幼苗, 嫩芽, 新芽, 树苗, 种子 > seed',
  'clover: clover, shamrock, four leaf clover, 三叶草, 四叶草, 幸运草',
  'wheat: wheat, ear of wheat, barley, rice plant, 麦穗, 小麦, 麦子, 稻穗, 稻子, 水稻',
  'herb: herb, herbs, basil, mint, parsley, rosemary, 香草, 薄荷, 罗勒, 香菜, 迷迭香',
  'mushroom: mushroom, toadstool, fungus, mushrooms, 蘑菇, 香菇, 菌菇, 菌子, 毒蘑菇 ~ truffle, 灵芝',
  'log: log, tree trunk, stump, tree stump, driftwood, firewood, 木头, 原木, 树桩, 木桩, 树干, 柴火 ~ branch, twig, 树枝, 枝条',
  // Flowers
  'flower: flower, blossom, bloom, wildflower, floral, 花, 花朵, 鲜花, 野花, 小花, 花儿, 花卉 > lily, daisy, poppy, iris, orchid, peony, carnation, marigold, dandelion, pansy, violet flower, chrysanthemum, camellia, jasmine, magnolia, dahlia, begonia, forget me not, snowdrop, daffodil, petunia, geranium, crocus, narcissus, edelweiss, morning glory, bluebell, 百合, 百合花, 雏菊, 小雏菊, 罂粟花, 鸢尾花, 鸢尾, 兰花, 牡丹, 牡丹花, 芍药, 康乃馨, 蒲公英, 菊花, 茶花, 山茶花, 茉莉, 茉莉花, 玉兰, 玉兰花, 海棠, 水仙, 水仙花, 杜鹃花, 映山红, 桂花, 桔梗, 满天星, 彼岸花, 昙花, 栀子花, 月季, 格桑花, 油菜花',
  'rose: rose, roses, 玫瑰, 玫瑰花, 蔷薇, 红玫瑰',
  'tulip: tulip, 郁金香',
  'sunflower: sunflower, 向日葵, 太阳花, 葵花',
  'lotus: lotus, lotus flower, water lily, waterlily, lily pad, 荷花, 莲花, 睡莲, 荷叶, 莲, 莲叶',
  'hibiscus: hibiscus, 芙蓉, 扶桑花, 木槿',
  'cherry blossom: cherry blossom, cherry blossoms, sakura, plum blossom, peach blossom, apple blossom, 樱花, 桃花, 梅花, 红梅, 腊梅, 梨花, 杏花',
  'lavender: lavender, hyacinth, lilac, hydrangea, 薰衣草, 风信子, 丁香, 丁香花, 绣球花, 绣球',
  'bouquet: bouquet, bunch of flowers, bouquet of flowers, 花束, 捧花, 一束花',
  'wreath: wreath, garland, 花环, 花圈',
  'wilted flower: wilted flower, withered flower, 枯萎的花, 凋谢的花',
  'petal: petal, petals, 花瓣, 樱花瓣',
];
