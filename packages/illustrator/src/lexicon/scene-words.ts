// The words for weather, season, time of day, mood, framing and palette. Rows `value: words`, see noun-rows.ts.

/** Weather words. */
export const weatherRows: readonly string[] = [
  'clear: clear sky, 蓝天白云, clear skies, cloudless, sunny, sunny day, sunshine, sunlight, sunlit, bright sunlight',
  '+ sun rays, sunbeam, sunbeams, fine weather, 晴天, 晴朗, 阳光明媚, 阳光, 万里无云, 晴空, 阳光灿烂, 晴空万里, 艳阳高照, 阳光下, 天气晴朗, 风和日丽',
  'cloudy: cloudy, partly cloudy, cloudy sky, cloudy day, 多云, 云层',
  'overcast: overcast, gray sky, grey sky, gloomy sky, gloomy weather, 阴天, 阴沉, 乌云, 乌云密布, 阴云, 灰蒙蒙',
  'rain: rain, rainy, raining, drizzle, downpour, rainy day, rainfall, in the rain, shower of rain, wet street, 雨',
  '+ 下雨, 雨天, 雨中, 细雨, 大雨, 暴雨, 小雨, 毛毛雨, 雨水, 烟雨, 雨夜, 春雨, 倾盆大雨, 蒙蒙细雨, 雨后, 下着雨, 下着大雨, 下着小雨',
  'storm: storm, stormy, thunderstorm, thunder, lightning, lightning storm, tempest, 暴风雨, 雷雨, 闪电, 雷电, 风暴, 雷暴, 电闪雷鸣',
  '+ 狂风暴雨, 打雷',
  'snow: snowing, snowfall, falling snow, snowstorm, blizzard, snow falling, snow storm, light snow, heavy snow',
  '+ snowy, snowy day, 下雪, 飘雪, 大雪, 暴风雪, 雪花飘落, 雪天, 小雪, 落雪, 飞雪, 大雪纷飞, 雪花飘飘, 漫天飞雪, 看雪, 赏雪, 雪花纷飞, 雪花飞舞, 飘着雪花, 鹅毛大雪, 风雪, 下着雪, 下着大雪, 雪花飘',
  'fog: fog, foggy, mist, misty, haze, hazy, morning mist, mist covered, 雾, 大雾, 薄雾, 雾气, 云雾, 晨雾, 雾蒙蒙, 雾霭, 朦胧, 云雾缭绕',
  '+ 迷雾, 烟雾缭绕, 云雾弥漫, 雾中, 浓雾',
  'wind: wind, windy, breeze, gust, blowing wind, gale, 微风, 大风, 狂风, 刮风, 清风, 风中, 海风, 迎风, 随风, 春风, 凉风',
  'rainbow: after the rain, rainbow in the sky, 雨后彩虹',
  'aurora: aurora in the sky, polar night, 极光天空',
];

/** Season words. */
export const seasonRows: readonly string[] = [
  'spring: spring, springtime, in spring, spring day, 春天, 春季, 春日, 春, 阳春三月, 早春, 暮春, 初春, 春节',
  'summer: summer, summertime, midsummer, summer day, 夏天, 夏季, 夏日, 盛夏, 夏, 炎夏, 仲夏, 暑假, 夏夜',
  'autumn: autumn, autumnal, fall season, in the fall, fall colors, fall foliage, autumn day, fall leaves, 秋天, 秋季',
  '+ 秋日, 深秋, 秋, 金秋, 晚秋, 秋色, 秋意, 初秋, 秋叶',
  'winter: winter, snow, covered in snow, in winter, wintertime, wintry, snowy, snow covered, frozen, frosty, icy',
  '+ winter wonderland, christmas, winter day, 冬天, 冬季, 冬日, 寒冬, 冬, 严冬, 隆冬, 圣诞节, 圣诞, 初冬, 雪, 积雪, 白雪, 皑皑白雪, 覆盖着雪, 白雪皑皑',
  '+ 冰雪, 银装素裹, 冰封',
];

/** Time-of-day words. */
export const timeRows: readonly string[] = [
  'dawn: dawn, daybreak, sunrise, first light, early morning, at dawn, crack of dawn, 黎明, 日出, 拂晓, 清晨, 破晓, 晨曦, 朝阳',
  '+ 凌晨, 晨光, 朝霞, 旭日东升',
  'morning: morning, in the morning, morning light, morning sun, breakfast time, 早晨, 早上, 上午, 早安, 清早, 一大早',
  'noon: noon, midday, at noon, high noon, lunchtime, 中午, 正午, 晌午',
  'afternoon: afternoon, in the afternoon, daytime, day time, daylight, during the day, broad daylight, 下午, 午后, 白天',
  '+ 大白天, 白昼, 下午茶',
  'sunset: sunset, golden hour, at sunset, sundown, setting sun light, evening sun, evening glow',
  '+ golden light of evening, 日落, 夕阳, 落日, 晚霞, 夕照, 落日余晖, 夕阳西下, 日落时分, 黄金时刻, 余晖, 斜阳, 夕阳下, 残阳',
  'dusk: dusk, twilight, evening, blue hour, nightfall, gloaming, 黄昏, 傍晚, 暮色, 薄暮, 蓝调时刻, 日暮, 晚上七点, 暮光',
  'night: night, nighttime, midnight, at night, late night, by night, night sky, night time, nocturnal',
  '+ moonlit night, 夜晚, 夜, 晚上, 深夜, 夜里, 午夜, 夜色, 夜空, 黑夜, 夜间, 半夜, 星夜, 雪夜, 月夜, 今晚, 三更, 夜幕, 除夕',
];

/** Mood words. */
export const moodRows: readonly string[] = [
  'calm: calm, peaceful, serene, tranquil, quiet, relaxing, gentle, still, zen, soothing, 宁静, 平静, 安静, 祥和, 静谧, 恬静',
  '+ 安详, 禅意, 悠闲, 惬意, 清新, 淡雅, 幽静',
  'joyful: joyful, happy, cheerful, fun, festive, playful, lively, merry, celebration, party, joyous, cute',
  '+ adorable, kawaii, funny, 欢乐, 快乐, 开心, 喜庆, 欢快, 热闹, 活泼, 节日, 派对, 喜悦, 高兴, 幸福, 可爱, 萌, 呆萌, 俏皮, 节日气氛, 欢庆, 新年, 过年, 搞笑',
  '+ 治愈',
  'dreamy: dreamy, dreamlike, surreal, magical, fantasy, ethereal, whimsical, enchanted, fairytale, fairy tale',
  '+ storybook, 梦幻, 梦境, 魔幻, 奇幻, 童话, 唯美, 仙气, 超现实, 空灵, 如梦如幻, 梦幻般, 童话般, 魔法, 飘逸, 玄幻',
  'mysterious: mysterious, mystical, mystery, enigmatic, secret, occult, 神秘, 诡异, 玄妙, 幽深, 神秘感',
  'dramatic: dramatic, cinematic drama, intense, powerful, dramatic lighting, dynamic, tense, dramatic light, 戏剧性',
  '+ 震撼, 强烈, 张力, 戏剧光影, 紧张, 激烈, 动感, 热血',
  'melancholy: melancholy, sad, lonely, sorrowful, gloomy, nostalgic, wistful, desolate, solitude, 忧郁, 悲伤, 孤独, 忧伤',
  '+ 寂寞, 伤感, 惆怅, 落寞, 孤寂, 凄凉, 苍凉, 怀旧, 孤单',
  'cosy: cosy, cozy, homely, snug, comfortable, heartwarming, 温馨, 舒适, 温暖, 惬意小屋, 温情, 暖心',
  'epic: epic, majestic, grand, heroic, monumental, magnificent, awe inspiring, spectacular, 史诗, 宏伟, 壮观, 壮丽, 磅礴, 恢弘',
  '+ 大气磅礴, 雄伟, 史诗感, 气势磅礴, 宏大, 壮阔, 威武, 霸气',
  'romantic: romantic, love, romance, valentine, in love, passionate, 浪漫, 爱情, 情人节, 甜蜜, 恋爱, 深情, 七夕, 温柔',
  'scary: scary, creepy, spooky, horror, eerie, haunted, terrifying, halloween, ominous, nightmare, sinister, 恐怖',
  '+ 可怕, 阴森, 惊悚, 吓人, 万圣节, 噩梦, 恐惧, 凶恶, 狰狞',
];

/** Framing words. */
export const compositionRows: readonly string[] = [
  'close-up: close up, closeup, close up shot, macro, macro shot, macro photography, extreme close up, detail shot',
  '+ 特写, 近景, 微距, 近距离, 大特写, 特写镜头, 微距摄影',
  'portrait: portrait, pencil portrait, charcoal portrait, oil portrait, watercolor portrait, watercolour portrait',
  '+ headshot, head shot, bust shot, half body, upper body, half length portrait, portrait of, selfie, avatar',
  '+ portrait photography, head and shoulders, 肖像, 头像, 半身像, 人像, 半身, 自拍, 肖像画, 人物肖像, 半身照, 人像摄影, 上半身, 肖像照',
  'wide-shot: wide shot, wide angle, panorama, panoramic, wide view, long shot, landscape view, full body',
  '+ full body shot, full shot, establishing shot, full length, wide angle shot, vista, scenery, 远景, 全景, 广角, 全身',
  '+ 大场景, 全身照, 大全景, 广角镜头, 全身像, 风景, 宽阔的视野',
  "birds-eye: bird's eye, bird's eye view, birds eye view, aerial view, top view, top down, overhead, from above",
  '+ drone shot, aerial, aerial shot, top down view, flat lay, overhead view, flatlay, drone view, 鸟瞰, 俯视, 俯拍, 航拍',
  '+ 俯瞰, 俯视图, 鸟瞰图, 俯视角度, 顶视图, 俯视视角',
  "low-angle: low angle, low angle shot, from below, worm's eye, worm's eye view, looking up at, 仰视, 仰拍, 低角度, 仰视角度",
  '+ 低视角, 仰望视角',
  'centred: centered, centred, in the center of the frame, center composition, central composition',
  '+ centered composition, 居中, 居中构图, 中心构图, 画面居中, 正中',
  'minimal: minimal, minimalist, minimalism, minimalistic, negative space, uncluttered, simple composition',
  '+ lots of empty space, 极简, 简约, 留白, 极简主义, 极简风格, 简洁, 简约风格, 简单',
  'pattern: pattern, seamless pattern, repeating pattern, wallpaper pattern, tile pattern, tileable, 图案, 无缝图案, 重复图案',
  '+ 平铺, 纹样',
  'symmetrical: symmetrical, symmetry, symmetric, mirrored composition, symmetrical composition, 对称, 对称构图, 左右对称',
  '+ 中轴对称',
];

/** Palette words. */
export const paletteRows: readonly string[] = [
  'pastel: pastel, pastel colors, pastel colours, soft colors, soft colours, candy colors, pastel tones',
  '+ macaron colors, pastel palette, 粉彩, 马卡龙色, 马卡龙色系, 马卡龙色调, 柔和色彩, 淡雅色调, 糖果色, 柔和的色彩, 马卡龙配色, 粉嫩',
  'neon: neon, neon colors, neon colours, neon lights, neon light, neon glow, fluorescent, neon palette',
  '+ glowing neon, neon lit, 霓虹, 霓虹色, 荧光, 霓虹灯光, 荧光色, 霓虹光, 霓虹灯',
  'monochrome: monochrome, black and white photo, black and white photography, grayscale, greyscale',
  '+ black and white style, monochromatic, in black and white, black and white picture, black and white image, 黑白照片',
  '+ 黑白, 单色, 灰度, 黑白摄影, 黑白照, 黑白风格, 黑白色调, 黑白画面, 黑白影像',
  'sepia: sepia, sepia tone, sepia toned, old photo, 棕褐色调, 老照片, 泛黄, 旧照片, 泛黄的照片',
  'warm: warm colors, warm colours, warm tones, warm light, warm, warm lighting, warm palette, golden light, 暖色',
  '+ 暖色调, 暖光, 暖调, 温暖的色调, 暖色系, 暖黄色调, 金色阳光, 温暖的光线',
  'cool: cool colors, cool colours, cool tones, cold colors, cold light, cool palette, cold tones, 冷色, 冷色调, 冷光, 冷调',
  '+ 冷色系',
  'vivid: vivid, vibrant, colorful, colourful, saturated, vivid colors, bright colors, vibrant colors',
  '+ multicolor palette, rich colors, 鲜艳, 色彩鲜艳, 绚丽, 色彩斑斓, 五彩斑斓, 高饱和, 五颜六色, 缤纷, 色彩丰富, 绚烂, 浓郁的色彩, 色彩缤纷',
  'muted: muted, muted colors, desaturated, subdued, soft tones, earthy tones, muted tones, earth tones',
  '+ low saturation, 低饱和, 素雅, 莫兰迪, 莫兰迪色, 灰调, 低饱和度, 大地色',
  'dark: dark, low key, moody, dim, shadowy, dark tones, dimly lit, noir, gothic, darkness, 暗黑, 昏暗, 低调, 暗调, 黑暗, 暗色调',
  '+ 哥特, 幽暗, 暗色系',
  'bright: bright, high key, luminous, well lit, brightly lit, bright light, 明亮, 高调, 亮色, 光明, 明媚, 亮丽, 明亮的光线',
  'vintage: vintage, retro, old fashioned, film grain, nostalgic colors, 70s, 80s, 1980s, 1950s, 90s, polaroid',
  '+ 1920s, kodak, 复古, 怀旧色调, 老式, 胶片, 复古风, 胶片感, 民国, 年代感, 胶片质感, 复古色调',
];
