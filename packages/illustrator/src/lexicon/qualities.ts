// Colours, materials, sizes, actions and places in the picture. Rows `value: words`, see noun-rows.ts.

/** Colour words. A colour that is also a noun (orange, gold, rose) is told apart by the reader. */
export const colourRows: readonly string[] = [
  'red: red, crimson, scarlet, ruby red, maroon, burgundy, vermilion, cherry red, dark red, bright red, deep red, blood red, reddish, wine red, rosy, brick red, 红, 红色, 大红, 鲜红, 深红, 朱红, 暗红, 绯红, 火红, 赤色, 酒红, 枣红, 红彤彤, 大红色, 深红色, 鲜红色, 酒红色, 暗红色, 红通通, 朱红色, 赤红, 火红色, 砖红色, 正红色, 猩红, 殷红, 通红, 中国红',
  'orange: orange, tangerine color, amber, orange red, bright orange, orangey, apricot color, dark orange, light orange, peach color, coral color, 橙色, 橘色, 橘黄, 橘红, 橙红, 橘黄色, 橘红色, 橙黄, 橙黄色, 橙红色, 琥珀色, 亮橙色, 橘, 珊瑚色',
  'yellow: yellow, lemon yellow, golden yellow, bright yellow, pale yellow, yellowish, mustard, mustard yellow, light yellow, canary yellow, dark yellow, 黄, 黄色, 淡黄, 金黄, 明黄, 嫩黄, 柠檬黄, 黄澄澄, 淡黄色, 金黄色, 明黄色, 鹅黄, 浅黄, 浅黄色, 鹅黄色, 暖黄, 暖黄色, 土黄色, 亮黄色',
  'green: green, emerald green, lime green, olive green, dark green, light green, bright green, mint green, teal green, jade green, forest green, greenish, sage green, deep green, pale green, neon green, 绿, 绿色, 翠绿, 墨绿, 草绿, 嫩绿, 碧绿, 深绿, 浅绿, 绿油油, 翠绿色, 墨绿色, 草绿色, 深绿色, 浅绿色, 军绿色, 薄荷绿, 碧绿色, 橄榄绿, 祖母绿色, 翡翠绿, 绿意盎然, 青翠, 郁郁葱葱, 嫩绿色, 荧光绿',
  'blue: blue, navy, navy blue, sky blue, azure, cobalt, royal blue, dark blue, light blue, bright blue, deep blue, indigo, baby blue, pale blue, bluish, electric blue, ice blue, cobalt blue, midnight blue, ocean blue, sapphire blue, 蓝, 蓝色, 天蓝, 深蓝, 宝蓝, 湛蓝, 蔚蓝, 浅蓝, 靛蓝, 海蓝, 天蓝色, 深蓝色, 浅蓝色, 宝蓝色, 藏蓝色, 藏青色, 湖蓝色, 蔚蓝色, 湛蓝色, 冰蓝色, 蓝汪汪, 靛蓝色, 海军蓝, 克莱因蓝, 淡蓝, 淡蓝色, 藏蓝, 湖蓝, 碧蓝, 冰蓝, 蓝莹莹',
  'purple: purple, violet, lavender color, lilac color, magenta, mauve, plum color, light purple, dark purple, deep purple, purplish, pale purple, amethyst, lavender purple, 紫, 紫色, 淡紫, 深紫, 紫红, 紫罗兰色, 紫红色, 淡紫色, 深紫色, 浅紫色, 薰衣草色, 薰衣草紫, 浅紫, 绛紫, 香芋紫',
  'pink: pink, hot pink, light pink, rose pink, salmon pink, fuchsia, pale pink, baby pink, bright pink, pinkish, dusty pink, rose colored, blush pink, 粉, 粉色, 粉红, 粉红色, 桃红, 玫红, 淡粉, 樱花粉, 桃红色, 玫红色, 淡粉色, 浅粉色, 玫瑰色, 粉嫩嫩, 浅粉, 粉粉的, 嫩粉色, 藕粉色',
  'brown: brown, chestnut brown, chocolate brown, tan, bronze, copper, dark brown, light brown, coffee colored, brownish, auburn, brunette, rust colored, caramel, hazel, bronze colored, tawny, 棕, 棕色, 褐色, 咖啡色, 深棕, 浅棕, 古铜色, 棕褐色, 深棕色, 浅棕色, 茶色, 褐, 栗色, 焦糖色, 巧克力色, 驼色, 棕黄色, 古铜, 青铜, 红棕色, 深褐色, 黄褐色, 木色',
  'black: black, 黑白, jet black, ebony, pitch black, coal black, inky, matte black, 黑, 黑色, 乌黑, 漆黑, 墨色, 纯黑, 墨黑, 纯黑色, 黑漆漆, 乌黑色, 黑黝黝, 黝黑, 哑光黑',
  'white: white, snow white colored, ivory, off white, pure white, milky white, pearly, bright white, alabaster, snowy white, 白, 白色, 雪白, 洁白, 乳白, 纯白, 银白, 象牙白, 白皙, 乳白色, 纯白色, 雪白色, 白花花, 米白, 米白色, 奶白色, 珍珠白, 月白色, 银白色',
  'grey: grey, gray, dark grey, dark gray, light grey, light gray, charcoal grey, slate, ash grey, greyish, grayish, slate grey, ash gray, 灰, 灰色, 深灰, 浅灰, 银灰, 深灰色, 浅灰色, 银灰色, 灰白, 灰白色, 铅灰色, 炭灰色, 烟灰色, 高级灰',
  'gold: gold, golden, gilded, blonde, blond, gold colored, rose gold, metallic gold, 金色, 金, 黄金, 金灿灿, 鎏金, 烫金, 镀金, 金闪闪, 玫瑰金, 金光闪闪',
  'silver: silver, silvery, chrome, metallic silver, platinum, silver colored, silver grey, 银色, 银, 银闪闪, 镀银, 铂金色, 亮银色',
  'cyan: cyan, teal, turquoise, aqua, aquamarine, blue green, tiffany blue, 青色, 青绿, 蓝绿色, 青, 蓝绿, 青绿色, 湖绿色, 湖绿, 孔雀蓝, 松石绿, 天青色, 青蓝色, 孔雀绿, 蒂芙尼蓝, 湖水绿, 青碧, 天青',
  'beige: beige, cream, cream colored, sand colored, khaki, champagne colored, creamy, oatmeal colored, nude colored, 米色, 米黄, 卡其色, 杏色, 奶油色, 卡其, 米黄色, 香槟色, 裸色, 燕麦色, 象牙色',
  'rainbow: rainbow colored, rainbow coloured, multicolored, multicoloured, iridescent, multi colored, multicolor, holographic, rainbow color, 彩色, 七彩, 五彩, 彩虹色, 五彩缤纷, 多彩, 七色, 炫彩, 虹彩, 幻彩, 彩',
];

/** Material words. */
export const materialRows: readonly string[] = [
  'wood: wood, wooden, oak wood, timber, bamboo made, 木头, 竹子做的, rattan, walnut wood, 木头做的, 木质, 木制, 实木, 木头制成, 木, 木雕, 木头材质, 藤编, 竹制, 竹编, 木制的, 原木色',
  'metal: metal, metallic, steel, iron, aluminium, aluminum, stainless steel, bronze metal, brass, tin, rusty, rusted, mechanical, 金属, 钢铁, 铁, 不锈钢, 铜, 黄铜, 铁制, 钢, 铝, 铜制, 金属质感, 机械, 生锈, 锈迹斑斑, 青铜器, 铁皮, 合金, 金属材质',
  'glass: glass, transparent glass, glassy, transparent, translucent, see through, 玻璃, 玻璃制, 琉璃, 透明, 玻璃材质, 半透明, 水晶般透明, 玻璃质感',
  'stone: stone, marble, granite, jade, clay, ceramic, porcelain, 石头, terracotta, concrete, earthenware, pottery, 石, 石制, 大理石, 花岗岩, 玉, 陶瓷, 瓷, 陶土, 水泥, 陶, 玉制, 石雕, 汉白玉, 玉石材质, 石质, 陶制, 青石',
  'paper: paper, cardboard, papery, paper made, 纸质, 纸制, 纸板, 纸做的, 纸做',
  'ice: ice, frozen ice, made of ice, icy blue ice, 冰, 冰块, 冰雕, 寒冰, 冰做的, 冰制',
  'cloth: cloth, fabric, silk, cotton, velvet, linen, satin, denim, lace, canvas fabric, silken, tulle, chiffon, 布, 丝绸, 棉布, 天鹅绒, 亚麻, 绸缎, 牛仔布, 蕾丝, 真丝, 棉, 纱, 薄纱, 棉质, 丝质, 牛仔, 丝绒, 雪纺, 绸, 布料, 面料',
  'plastic: plastic, rubber, vinyl, inflatable, latex, 塑料, 橡胶, 充气, 硅胶, 塑胶, 塑料制',
  'leather: leather, suede, 皮革, 皮质, 真皮, 皮制, 牛皮, 鹿皮',
  'wool: wool, woolen, woollen, fluffy wool, cashmere, yarn made, furry, fluffy, fuzzy, fleece, knitted, crochet, plush, knit, 羊毛, 毛线织的, 毛茸茸, 羊绒, 绒毛的, 毛绒绒, 毛绒, 绒布, 毛绒的, 毛织',
  'brick: brick, bricks, red brick, 砖, 砖块, 红砖, 青砖, 砖砌',
  'crystal: crystal, crystalline, diamond made, crystal clear, 水晶制, 水晶般, 钻石般, 水晶材质, 水晶做的, 晶莹剔透, 晶莹',
];

/** Size words; `medium` is what nothing said means, so it has no words. */
export const sizeRows: readonly string[] = [
  'tiny: tiny, miniature, microscopic, very small, teeny, itty bitty, minuscule, mini, pocket sized, 极小, 微小, 迷你, 微型, 袖珍, 很小, 小小, 超小, 非常小, 极小的',
  'small: small, little, short, petite, slim, young, 小, 小型, 小巧, 娇小, 矮小, 较小, 小号的, 矮, 小小的',
  'large: large, big, tall, long, wide, oversized, great, 大, 大型, 高大, 巨型的, 硕大, 很大, 大大, 高, 肥, 较大, 粗壮, 胖乎乎, 胖, 胖胖, 又大又, 宽大, 大大的, 肥胖',
  'giant: giant, huge, enormous, gigantic, massive, colossal, immense, towering, humongous, monstrous, 巨大, 超大, 庞大, 巨型, 特大, 参天, 高耸, 巨, 无比巨大, 极大, 高耸入云, 庞然大物, 超级大',
];

/** Place-in-the-picture words that name no second thing. */
export const placeRows: readonly string[] = [
  'left: on the left, at left, to the left, on the left side, at the left, left side, on the left hand side, in the left half, far left, left hand side, on left, left half, 左侧画面, 画面左侧, 画面左边, 左半边, 左手边, 画面的左侧, 画面的左边, 图左',
  'right: on the right, at right, to the right, on the right side, at the right, right side, on the right hand side, in the right half, far right, right hand side, on right, right half, 画面右侧, 画面右边, 右半边, 右手边, 画面的右侧, 画面的右边, 图右',
  'top: at the top, on top, at the top of the picture, in the upper part, at top, top of the image, top half, 画面上方, 画面顶部, 顶部, 画面的上方, 顶端, 图上方',
  'bottom: at the bottom, at the bottom of the picture, in the lower part, at bottom, bottom of the image, bottom half, 画面下方, 画面底部, 底部, 画面的下方, 底端, 图下方',
  'centre: in the center, in the centre, in the middle, at the center, at the centre, center, centre, in the center of the picture, in the middle of the picture, middle, in the center of the image, in the middle of the image, 画面中央, 中央, 正中央, 画面中间, 画面中心, 画面正中, 中心, 画面的中央, 画面的中间, 画面的中心, 正中间',
  'foreground: in the foreground, foreground, in front, close by, in the front, 前景, 近处, 画面前方, 眼前',
  'background: in the background, background, in the distance, far away, in the back, at the back, far off, on the horizon, distant, behind them, in the far background, 背景, 远处, 远方, 背后, 画面后方, 背景里, 背景中, 遥远, 地平线, 身后, 远景处, 后景',
  'top-left: in the top left, top left, top left corner, upper left, in the top left corner, in the upper left corner, upper left corner, 左上角, 左上方, 画面左上角, 左上',
  'top-right: in the top right, top right, top right corner, upper right, in the top right corner, in the upper right corner, upper right corner, 右上角, 右上方, 画面右上角, 右上',
  'bottom-left: in the bottom left, bottom left, bottom left corner, lower left, in the bottom left corner, in the lower left corner, lower left corner, 左下角, 左下方, 画面左下角, 左下',
  'bottom-right: in the bottom right, bottom right, bottom right corner, lower right, in the bottom right corner, in the lower right corner, lower right corner, 右下角, 右下方, 画面右下角, 右下',
];

/** Action words. English rows name the base verb; the reader finds `-s`, `-ing` and `-ed` by itself. */
export const actionRows: readonly string[] = [
  'standing: stand, pose, posing, standing upright, stand still, 站, 站着, 站立, 伫立, 矗立, 屹立, 耸立, 站在, 立着, 直立, 立在, 站起来, 矗立在, 屹立在, 坐落, 坐落在, 挺立',
  'sitting: sit, perch, squat, kneel, crouch, seated, sat, meditate, perched, rest, 坐, 坐着, 蹲, 蹲着, 端坐, 盘腿, 盘坐, 坐在, 打坐, 蹲在, 跪, 跪着, 坐下, 倚坐, 席地而坐, 停留在, 栖息, 栖息在, 落在, 冥想, 跪坐',
  'lying: lie, lying, lay, recline, lounge about, lounging, sprawled, curled up, lean, 躺, 躺着, 趴, 趴着, 卧, 躺在, 趴在, 卧在, 蜷缩, 依偎, 依偎在, 侧卧, 横卧, 倚靠, 蜷缩在, 靠在, 倚在',
  'sleeping: sleep, asleep, nap, snooze, doze, slumber, napping, dreaming, 睡觉, 睡着, 沉睡, 打盹, 睡, 熟睡, 入睡, 安睡, 酣睡, 睡在, 做梦, 打瞌睡, 睡懒觉, 冬眠',
  'walking: walk, stroll, hike, wander, march, strolling, step, stride, trek, crawl, climb, 走, 走路, 散步, 行走, 漫步, 走着, 走在, 徒步, 漫步在, 爬, 爬行, 爬山, 攀登, 攀爬, 前行, 行走在, 走过, 走来, 踱步, 行进, 逛街, 遛弯, 登山',
  'running: run, sprint, jog, gallop, chase, race, chasing, rush, dash, 跑, 奔跑, 跑步, 奔驰, 追逐, 狂奔, 跑着, 追赶, 疾驰, 奔跑在, 飞奔, 驰骋, 冲刺, 奔腾, 跑向, 慢跑, 追, 追着',
  'jumping: jump, leap, hop, bounce, skip, pounce, 跳, 跳跃, 跃起, 蹦跳, 跳起, 腾空, 跳起来, 飞跃, 跃出, 蹦蹦跳跳, 翻跟头, 跳过, 扑',
  'flying: fly, soar, hover, float in the air, flying in the sky, fly over, levitate, glide, flutter, float, 飞, 飞翔, 飞行, 翱翔, 盘旋, 飞舞, 飞着, 飘, 飘浮, 漂浮, 悬浮, 飞过, 展翅, 展翅高飞, 飞向, 飘着, 翩翩起舞的蝴蝶, 腾云驾雾, 飞越, 飘动, 飘扬, 飞在, 悬浮在, 漂浮在, 升空, 放飞, 放风筝, 俯冲, 升起',
  'swimming: swim, dive, snorkel, paddle, wade, surf, bathe, 游泳, 游动, 潜水, 游弋, 畅游, 游来游去, 冲浪, 洗澡, 戏水, 嬉水, 游着, 遨游, 泡澡, 游',
  'dancing: dance, twirl, waltz, ballet, spin, pirouette, 跳舞, 舞蹈, 起舞, 旋转, 翩翩起舞, 舞动, 舞, 旋舞, 跳芭蕾',
  'eating: eat, chew, munch, nibble, bite, feed on, feast, lick, devour, dine, graze, have lunch, have dinner, 吃, 吃着, 啃, 咀嚼, 进食, 吃饭, 品尝, 啃着, 享用, 舔, 吃草, 用餐, 野餐, 咬着, 大口吃着, 咬, picnic, 舔着, 正在吃',
  'drinking: drink, sip, sipping, slurp, 喝, 喝着, 饮, 品茶, 畅饮, 喝酒, 饮酒, 饮水',
  'reading: read, study, 阅读, 看书, 读书, 读, 读着, 看报, 读报, 学习, 翻阅, 翻看, 写字, 写作业, 练字, 书写, 写信',
  'singing: sing, perform, chant, howl, roar, 唱歌, 演唱, 歌唱, 唱着, 唱, 表演, 嚎叫, 演出, 咆哮, 怒吼, 吼叫, 高歌, 啼叫, 弹唱',
  'playing: play, juggle, kick, throw, catch, strum, skateboard down, skate, ski down, practise, toss, 玩, 玩耍, 弹, 弹奏, 演奏, 踢, 打球, 嬉戏, 玩着, 弹着, 滑冰, 滑雪, 打, 吹奏, 踢球, 踢着, 下棋, 吹, 吹着, 敲, 敲打, 拉, 打游戏, 钓鱼, 垂钓, 玩游戏, 画画, 作画, 写生, fish for, fishing, 抛, 扔, 嬉闹, 荡, 荡着, 堆, 玩雪, 打雪仗, 做瑜伽, 拍照',
  'waving: wave at, waving, wave hand, salute, greet, 挥手, 招手, 打招呼, 敬礼, 挥舞, 挥着手, 比心, 比耶, 作揖, 鼓掌',
  'smiling: smile, laugh, grin, giggle, beam, 微笑, 笑, 大笑, 笑着, 欢笑, 笑容, 开怀大笑, 微笑着, 面带微笑, 笑脸, 露出笑容, 傻笑, 笑眯眯',
  'crying: cry, weep, sob, tearful, 哭, 哭泣, 流泪, 哭着, 落泪, 泪流满面, 大哭',
  'fighting: fight, battle, wrestle, duel, combat, box against, attack, 打架, 战斗, 搏斗, 决斗, 打斗, 对战, 格斗, 厮杀, 武打, 练武, 练剑, 舞剑, 打仗, 作战, 出拳',
  'sailing: sail, row, rowing, voyage, cruise along, 航行, 扬帆, 驶, 泛舟, 行驶在海上, 乘风破浪, 漂流, 乘船, 划着, 划',
  'driving: drive, steer, 驾驶, 开车, 行驶, 驾车, 开着, 行驶在, 驾驶着, 飙车, 疾驶',
  'cooking: cook food, cooking, bake, fry, stir fry, grill, 做饭, 烹饪, 烹煮, 炒菜, 煮, 烘焙, 烧菜, 做菜, 煮饭, 包饺子, 做蛋糕, 烤, 下厨',
  'blooming: bloom, blossoming, flourish, in bloom, in full bloom, flowering, 盛开, 绽放, 开花, 开满, 怒放, 盛放, 开着花, 花开',
  'burning: burn, flaming, ablaze, on fire, blazing, lit, 燃烧, 着火, 烧着, 点燃, 冒火, 熊熊燃烧, 起火, 燃着',
  'falling: fall, tumble, drop down, drift down, fall down, falling down, 落下, 飘落, 掉落, 坠落, 跌倒, 落, 掉, 洒落, 散落, 纷纷落下, 摔倒, 滑落',
];
