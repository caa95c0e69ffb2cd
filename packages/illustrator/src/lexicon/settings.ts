// Where a picture plays: the words for each setting, and the bodies of the sky. Row syntax: see noun-rows.ts.

/** Rows `setting: words` in the names of `settingNames`. */
export const settingRows: readonly string[] = [
  // Fields and woods
  'meadow: meadow, grassland, prairie, field, lawn, pasture, hill, hillside, hills, rolling hills, hilltop, grassy hill, grassy field, green field, savanna, savannah, plain, plains, countryside, valley, steppe, nature, 草地, 草原, 草坪, 山坡, 小山, 田野, 原野, 山丘, 小山坡, 大草原, 稀树草原, 野外, 山谷, 丘陵, 牧场, 草坡, 小山丘, 大自然, 绿草地, 青青草地',
  'snowfield: snowfield, in the snow, in snow, on the snow, through the snow, in deep snow, across the snow, on snow, through snow, deep snow, snow field, snowy field, snowy landscape, snowy ground, snow covered ground, tundra, arctic, antarctica, south pole, north pole, ski slope, ice field, ice rink, frozen lake, 雪地, 雪原, 雪野, 冰原, 冰面, 雪坡, 北极, 南极, 雪景, 滑雪场, 冰湖, 冰天雪地, 雪中, 雪里, 茫茫大雪, 冰河, 溜冰场',
  'forest: forest, woods, woodland, grove, pine forest, redwood forest, deep forest, enchanted forest, fairy forest, glade, forest clearing, trees in a forest, 森林, 树林, 松林, 林中, 林间, 丛林深处, 深林, 小树林, 密林, 山林, 魔法森林, 林地, 林间小路, 桃林, 桃花林, 樱花林',
  'bamboo-forest: bamboo forest, bamboo grove, 竹林, 竹海',
  'autumn-forest: autumn forest, fall forest, autumn woods, maple forest, autumn park, 秋天的森林, 枫林, 秋林, 枫树林, 秋天的树林, 银杏林, 秋日森林',
  'jungle: jungle, rainforest, rain forest, tropical forest, 丛林, 雨林, 热带雨林, 热带丛林, 原始森林',
  'mountains: mountains, mountain, snow mountain, snowy mountain, snowy mountains, snow capped mountain, snow capped mountains, mountain range, peak, peaks, summit, mountain top, mountaintop, cliff, cliffs, alps, himalayas, mount everest, everest, mount fuji, highland, highlands, ridge, cliff edge, precipice, 山, 高山, 雪山, 山脉, 山峰, 山顶, 群山, 峰顶, 悬崖, 远山, 山间, 青山, 喜马拉雅, 珠穆朗玛峰, 富士山, 阿尔卑斯, 山中, 崇山峻岭, 峭壁, 山崖, 悬崖边, 黄山, 大山, 高原, 山水, 山水间, 山川, 层峦叠嶂, 山巅, 断崖',
  // Water
  'beach: beach, seaside, shore, seashore, coast, coastline, sandy beach, tropical beach, tropical island, island, desert island, shoreline, sand beach, 海边, 海滩, 沙滩, 海岸, 海滨, 岸边, 海岛, 小岛, 沙滩边, 岛屿, 荒岛, 海岸线, 海景, 热带海岛',
  'ocean: ocean, sea, open sea, high seas, ocean surface, 大海, 海洋, 海, 海面, 海上, 汪洋, 海天, 深海之上, 公海, 碧海, 太平洋, 大西洋, 惊涛骇浪',
  'underwater: underwater, under water, under the sea, under the ocean, beneath the sea, sea floor, seabed, ocean floor, coral reef, reef, deep sea, beneath the waves, under the water, 海底, 水下, 水底, 深海, 海底世界, 珊瑚礁, 水里, 海里, 水中, 水族世界, 海水里',
  'lake: lake, pond, lakeside, lakeshore, reservoir, swimming pool, pool, lagoon, calm water, 湖, 湖面, 湖泊, 池塘, 湖边, 湖水, 湖上, 游泳池, 泳池, 水池, 荷塘, 荷花池, 西湖, 湖畔, 水面, 湖心, 小湖, 池水, 水塘, 莲花池',
  'river: river, stream, creek, riverside, riverbank, brook, canal, river bank, rapids, 河, 河流, 小溪, 溪流, 河边, 江, 江面, 溪水, 河岸, 江边, 运河, 河面, 河水, 江水, 长江, 黄河, 溪边, 大河, 小河, 江上, 小河边, 溪谷',
  'waterfall: waterfall, cascade, waterfalls, niagara falls, 瀑布, 大瀑布',
  'swamp: swamp, marsh, bog, wetland, mangrove, 沼泽, 湿地, 沼泽地',
  'harbour: harbour, harbor, port, dock, docks, pier, wharf, marina, jetty, quay, 港口, 码头, 港湾, 渡口, 渔港, 栈桥, 海港',
  // Dry and high
  'desert: desert, sand dune, sand dunes, dunes, dune, sahara, sandy desert, wasteland, oasis, 沙漠, 沙丘, 荒漠, 戈壁, 撒哈拉, 大漠, 绿洲, 荒原, 沙地, 荒野',
  'canyon: canyon, grand canyon, gorge, ravine, badlands, 峡谷, 大峡谷, 雅丹, 丹霞',
  'volcano: volcano, erupting volcano, lava, crater, magma, lava field, 火山, 火山口, 岩浆, 熔岩, 喷发的火山',
  'cave: cave, cavern, grotto, mine shaft, dungeon, 山洞, 洞穴, 岩洞, 溶洞, 洞窟, 地下城, 地牢, 石窟',
  'bridge: on a bridge, on the bridge, 桥上, 桥头, 桥面, 天桥',
  'sky: sky, in the air, in the sky, blue sky, above the clouds, among the clouds, mid air, midair, 天空, 空中, 高空, 云端, 云海, 半空, 天上, 蓝天, 云上, 云层之上, 天际, 万里高空, 云中, 苍穹',
  'space: space, outer space, galaxy, cosmos, universe, nebula, deep space, orbit, milky way, black hole, 太空, 宇宙, 银河, 星系, 外太空, 星云, 星空宇宙, 星际, 浩瀚星空, 黑洞, 银河系, 外星球',
  'moon-surface: moon surface, on the moon, lunar surface, surface of the moon, on mars, surface of mars, martian landscape, alien planet, lunar landscape, 月球, 月球表面, 月面, 火星表面, 月亮上, 外星表面, 月球上',
  // Fields that people tend
  'farm: farm, farmyard, farmland, ranch, rice field, rice fields, rice paddy, wheat field, cornfield, vineyard, barnyard, orchard, terraced fields, 农场, 农田, 稻田, 麦田, 果园, 梯田, 田地, 葡萄园, 农庄, 菜园, 田间, 菜地, 玉米地, 茶园, 农家小院, 稻田里',
  'flower-field: flower field, field of flowers, lavender field, sunflower field, tulip field, poppy field, sea of flowers, field of sunflowers, field of tulips, field of poppies, field of lavender, field of wildflowers, flower meadow, 花海, 花田, 薰衣草田, 花丛, 郁金香花田, 向日葵田, 油菜花田, 花丛中, 花间, 向日葵花海, 薰衣草花海, 百花丛中',
  'garden: garden, yard, backyard, courtyard, rose garden, japanese garden, chinese garden, zen garden, flower garden, front yard, flower bed, patio, greenhouse garden, 花园, 庭院, 院子, 后院, 园林, 后花园, 苏州园林, 小院, 花圃, 御花园, 日式庭院, 阳台',
  'park: park, city park, public park, central park, amusement park, theme park, zoo, 公园, 广场公园, 动物园, 游乐园, 游乐场, 主题公园, 中央公园, 植物园',
  'playground: playground, sandbox, sandpit, schoolyard, campus, 操场, 幼儿园, 儿童乐园, 校园, 沙坑',
  'stadium: stadium, football field, soccer field, arena, basketball court, tennis court, baseball field, race track, gym, sports field, racetrack, football pitch, skatepark, boxing ring, 体育场, 球场, 足球场, 篮球场, 网球场, 体育馆, 赛道, 健身房, 运动场, 竞技场, 跑道',
  // Roads and towns
  'road: road, highway, path, dirt road, country road, trail, footpath, railway track, railroad, freeway, motorway, winding road, roadside, train tracks, 路, 公路, 道路, 小路, 小径, 铁轨, 铁路, 高速公路, 乡间小路, 山路, 路上, 马路边, 石板路, 路边, 小道, 林荫道, 大路, 轨道',
  'street: street, alley, avenue, sidewalk, crosswalk, boulevard, intersection, alleyway, street corner, parking lot, pavement, zebra crossing, market, street market, night market, bus station, plaza, square plaza, town square, city square, chinatown, 街道, 街, 街上, 街头, 小巷, 马路, 人行道, 斑马线, 巷子, 大街, 十字路口, 停车场, 集市, 夜市, 市场, 菜市场, 广场, 步行街, 街角, 胡同, 弄堂, 街边, 街巷, 唐人街, 雨巷',
  'city: city, downtown, skyline, city skyline, cityscape, metropolis, urban, new york, manhattan, shanghai, beijing, tokyo, hong kong, paris, london, future city, futuristic city, 城市, 都市, 市中心, 天际线, 大都市, 上海, 北京, 纽约, 东京, 香港, 巴黎, 伦敦, 未来城市, 城市天际线, 城里, 外滩, 深圳, 广州, 城市街头, 都市街头, 重庆, 未来都市',
  'city-by-night: city by night, city at night, night city, neon city, city lights, neon street, city street at night, 城市夜景, 夜晚的城市, 都市夜景, 霓虹街道, 不夜城, 夜景, 城市的夜晚, 夜上海, 霓虹都市, 夜晚的街道, 城市霓虹',
  'village: village, small town, town, hamlet, fishing village, suburb, neighborhood, neighbourhood, countryside village, 村庄, 小镇, 村子, 乡村, 农村, 渔村, 山村, 乡下, 村落, 村口, 欧洲小镇, 小村庄, 镇上',
  'ancient-town: ancient town, water town, old town, ancient city, ancient street, chinese ancient town, ancient china, old street, venice, kyoto, ancient rome, 古镇, 水乡, 老街, 古城, 江南水乡, 古街, 江南, 古代街道, 长安, 长安城, 古代中国, 乌镇, 丽江, 威尼斯, 京都, 江南小镇, 烟雨江南, 古村, 古风街道',
  'castle-grounds: castle grounds, castle courtyard, throne room, fairytale kingdom, kingdom, 城堡花园, 王国, 仙境, 童话世界, 王宫大殿',
  // Indoors
  'kitchen: kitchen, bakery kitchen, 厨房, 灶房, 后厨',
  'bedroom: bedroom, nursery, dorm room, dormitory, hotel room, hospital room, 卧室, 房间, 宿舍, 儿童房, 卧房, 病房, 闺房, 睡房',
  'living-room: living room, lounge, sitting room, room, indoors, indoor, interior, home interior, dining room, apartment interior, 客厅, 室内, 起居室, 屋里, 家里, 家中, 大厅, 餐厅里的客厅, 屋内, 家, 厅堂, 房间里, 饭厅',
  'bathroom: bathroom, restroom, shower room, washroom, 浴室, 卫生间, 洗手间, 厕所, 洗澡间',
  'classroom: classroom, school, kindergarten, lecture hall, 教室, 课堂, 讲台, 学堂',
  'office: office, meeting room, conference room, workplace, cubicle, 办公室, 会议室, 职场, 工位',
  'library: library, bookstore, bookshop, study room, reading room, 图书馆, 书店, 书房, 阅览室',
  'cafe: cafe, coffee shop, coffeehouse, tea house, teahouse, café, 咖啡馆, 咖啡厅, 咖啡店, 茶馆, 茶室, 奶茶店, 咖啡屋',
  'restaurant: restaurant, diner, bar, pub, canteen, tavern, nightclub, bistro, dining hall, 餐厅, 饭店, 餐馆, 酒吧, 食堂, 酒馆, 小酒馆, 火锅店, 面馆, 夜店, 居酒屋',
  'shop: shop, store, supermarket, grocery store, bakery, boutique, flower shop, shopping mall, toy store, 商店, 超市, 店铺, 杂货店, 面包店, 花店, 店里, 小店, 玩具店, 书报亭里, 甜品店, 商铺',
  'stage: stage, concert, theater, theatre, concert hall, opera house, spotlight stage, runway, 舞台, 剧院, 音乐会, 音乐厅, 演唱会, 戏台, 聚光灯下, 剧场, T台, 歌剧院, 演唱会现场',
  'museum: museum, gallery, art gallery, exhibition, exhibition hall, 博物馆, 美术馆, 画廊, 展览馆, 展厅, 陈列馆',
  'workshop: workshop, garage, laboratory, lab, studio workshop, blacksmith shop, art studio, 工作室, 车间, 车库, 实验室, 作坊, 画室, 工坊, 铁匠铺',
  'table-top: table top, on a wooden surface, wooden surface, marble surface, desktop surface, cutting board, chopping board, 台面, 案板, 砧板, 木质台面, 大理石台面, 木板上',
  'studio: studio, plain background, white background, simple background, black background, solid background, grey background, gray background, backdrop, photo studio, blank background, isolated on white, clean background, product photography, product shot, gradient background, 摄影棚, 纯色背景, 白色背景, 纯白背景, 简单背景, 黑色背景, 白底, 影棚, 干净背景, 干净的背景, 简洁背景, 渐变背景, 灰色背景, 产品摄影, 产品图, 证件照, 空白背景',
];

/** Rows `body: words` for what hangs in the sky; the value is the concept, `crescent moon` and `moon` share the moon. */
export const skyRows: readonly string[] = [
  'sun: sun, the sun, rising sun, setting sun, 太阳, 烈日, 红日, 旭日, 骄阳, 艳阳, 一轮红日',
  'moon: moon, full moon, moonlight, moonlit, blood moon, 月亮, 满月, 圆月, 明月, 月光, 月下, 月色, 皓月, 月, 一轮明月, 血月',
  'crescent moon: crescent moon, crescent, half moon, new moon, 弯月, 月牙, 新月, 半月, 残月, 一弯新月, 弯弯的月亮',
  'star: star, stars, starry, starry night, the starry night, starlight, starry sky, night sky full of stars, starry night sky, constellation, 星星, 星空, 繁星, 星光, 星辰, 群星, 满天繁星, 漫天星斗, 满天星斗, 满天星星, 星',
  'cloud: cloud, clouds, fluffy clouds, white clouds, cumulus, 云, 白云, 云朵, 云彩, 乌云云朵, 祥云, 彩云, 蓝天白云, 浮云, 朵朵白云',
  'rainbow: rainbow, double rainbow, rainbows, 彩虹, 双彩虹, 虹',
  'fireworks: firework, fireworks, fireworks display, 烟花, 焰火, 烟火, 礼花',
  'aurora: aurora borealis, northern lights, polar lights, aurora, 极光, 北极光',
];
