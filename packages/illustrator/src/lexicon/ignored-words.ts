// Words a prompt is full of that name nothing to draw: praise for models, names of media, and the plain vocabulary that
// must be known so that the reader neither cuts it in two nor reports it as a thing it could not place.

/** Praise, resolutions and render talk: `masterpiece`, `8k`, `最佳质量`. */
export const modelWords = `
masterpiece; best quality; high quality; highest quality; ultra detailed; ultra-detailed; highly detailed;
extremely detailed; intricate; intricate details; intricate detail; detailed; sharp focus; sharp; hd; uhd; fhd;
full hd; ultra hd; 4k; 8k; 16k; 2k; 1080p; 720p; hdr; raw; raw photo; trending on artstation; artstation;
artstation hq; deviantart; pixiv; award winning; award-winning; professional; stunning; beautiful; gorgeous; best;
amazing; perfect; high resolution; high res; highres; hi res; absurdres; ray tracing; ray traced;
global illumination; depth of field; bokeh; cinematic; cinematic lighting; cinematic shot; film still; movie still;
studio lighting; volumetric lighting; volumetric light; soft lighting; natural lighting; natural light; rim light;
backlit; back light; rendering; render; unreal; octane; high detail; high definition; ultra high definition;
ultra realistic; realistic; lifelike; dslr quality; canon; nikon; sony; leica; fujifilm; 35mm; 50mm; 85mm; 24mm;
200mm; f 1 8; f1 8; iso; shallow depth of field; blurred; blurry; blur; out of focus; concept art; digital art;
digital painting; digital illustration; illustration; artwork; art; wallpaper; 4k wallpaper; uncropped;
hyper detailed; hyperdetailed; extremely; super detailed; ultra; ultra hd quality; quality; resolution; detail;
details; texture; textures; textured; lighting; light; lights; shadows; shadow; reflection; reflections; composition;
aesthetic; style; styled; styles; inspired; tones; tone; palette of colors; colours; colors; color; colour; colored;
coloured; colorful palette; shot; lens; photography; photographic; vfx; cgi; matte painting; photo quality; trending;
featured on; national geographic; vogue; by greg rutkowski; greg rutkowski; artgerm; midjourney; stable diffusion;
kling; dall-e; lora; ar 16 9; v 5; v 6; niji; stylize; beautifully; elegant; exquisite; delicate; fine; clean lines;
clean; smooth; glossy; shiny; polished; rule of thirds; golden ratio; crisp; contrast; high contrast; low contrast;
saturation; dynamic range; exposure; long exposure; award; expert; subsurface scattering; photorealistic render;
anatomically correct; full color; atmospheric; atmosphere; ambient; mood; vibe; vibes; theme; themed; 高清; 超高清; 最佳质量;
杰作; 高质量; 细节; 超细节; 细节丰富; 高细节; 大师作品; 大师级; 精致; 精美; 高分辨率; 超清; 光影; 电影感; 电影级; 景深; 虚化; 浅景深; 质感; 光线追踪; 专业; 摄影; 画质; 超高画质; 极致;
极致细节; 唯美画面; 氛围感; 氛围; 渲染; 高画质; 影视级; 8K分辨率; 4K分辨率; 分辨率; 画面感; 光线; 光影效果; 纹理; 纹理清晰; 清晰; 清晰度; 层次感; 层次; 层次分明; 立体感; 真实; 细腻;
丰富; 构图; 色彩; 颜色; 色调; 颜色为; 颜色是; 对比; 对比度; 高对比; 镜头; 拍摄; 单反拍摄; 柔焦; 焦距; 光圈; 曝光; 长曝光; 电影光; 电影质感; 电影镜头; 电影风格; 大片; 大片质感; 商业摄影;
顶级; 国际大奖; 获奖; 获奖作品; 艺术感; 艺术; 艺术家作品; 设计感; 高级感; 高级; 高品质; 品质; 质量; 美观; 细节清晰; 自然光; 侧光; 逆光; 侧逆光; 丁达尔效应; 丁达尔; 体积光; 柔和;
柔和的光线; 光效; 光晕; 光泽; 光芒; 光斑; 光束; 光; 投影; 阴影; 影子; 倒影; 反射; 明暗; 虚幻; 引擎; 特效; 三维; 3D; 3d; C4D; OC渲染; 焦点; 主体突出; 主体; 背景虚化; 画面;
画面清晰; 整体; 整体画面; 效果; 风格; 画风; 风; 感; 调; 主题; 作品; 元素; 场景; 环境; 情景; 意境; 美感; 极具; 大师; 完美; 绝美; 极美; 超美; 精细; 精巧; 精良; 精细刻画; 质感细腻;
比例; 视角; 角度; 视图; 机位; 平视; 正面; 侧面图; 正视; 侧视; 近距; 中景; 镜头感; 电影; 胶卷; 手法; 技法; 笔触; 线条; 线条流畅; 色块; 用色; 配色; 上色; 插画; 插图; 概念图; 原画;
概念设计; 设计; 艺术创作; 数字艺术; 数码绘画; CG; cg; 壁纸; 手机壁纸; 电脑壁纸; 桌面壁纸; 海报; 封面; 绘画; 美术; 画作
`;

/** What a picture is called: never a subject (`一张…的照片`, `a photo of`). */
export const mediumWords = `
photo; photograph; picture; image; photo of; picture of; image of; snapshot; depiction; depicting; showing; scene;
scene of; view; view of; rendition of; shot of; stock photo; piece of art; poster of; canvas; drawing of; generate;
create; draw; paint; make; give me; i want; please; show me; produce; design; imagine; can you; could you; 照片; 图片;
图像; 图; 画; 一幅画; 一张图; 一张照片; 相片; 生成; 绘制; 请; 请生成; 帮我; 给我; 来; 来一张; 生成一张; 画一张; 制作; 创作; 生成一幅; 画一幅; 画一个; 画一只; 请画; 请帮我; 画出;
展示; 呈现了; 描绘; 描绘了; 照; 我想要; 我要; 想要; 想象; 创建; 设计一张; 帮我画; 请绘制; 作图; 出图; 展现; 表现; 展现了; 展现出; 描述; 图中; 画中; 图里; 画面里; 画面中; 图片中;
照片中; 照片里; 画里; 原图; 参考图; 参考; 后的图像; 迁移; 风格迁移; 转换; 转换成; 转成; 转为; 做成; 制成; 改成; 换成; 替换; 替换成; 换为; 改为; 变成一; 变为; 把; 将; 让; 使; 保持;
保留; 保持不变; 不变; 人物不变; 调整; 修改; 添加; 增加; 加上一; 换; 改; 变; 转; 变换; 更换; 更换为; 换到; 放到; 移到; change; turn; convert; transform;
replace; keep; edit; modify; adjust; add; put; place; turn into; turn it into; make it; make this; style transfer;
transfer; unchanged; same
`;

/** English verbs, adjectives, adverbs and small words that are no things. */
export const plainEnglish = `
past; speech; giving a speech; cobblestones; cobblestone; meeting; having a meeting; having a party; puddle; puddles; rock n roll; year old; years old; emoji; sticker; icon; clip art; clipart; mascot; logo; tree lined; wedge of; loaf of; graffiti; slice of; slices of; piece of; pieces of; pairs of; scoop of;
scoops of; sheet of; sheets of; spotlight; spotlights; dust; smoke; rock and roll; rock band; rock music; to; from;
for; as; like; than; then; but; while; when; where; who; which; what; there; here; just; only; even; too; also; up;
down; out; off; away; back to; again; once; always; still life; together; apart; each; every; all; any; most; more;
less; much; such; same; own; its own; himself; herself; itself; themselves; someone; something; anything; nothing;
thing; things; object; objects; kind; kinds; type; types; sort; piece; pieces; part; parts; side; sides; front; top;
edge; corner; end; area; place; places; space between; way; time; day; days; moment; year; years; old; new; young;
ancient; modern; futuristic; traditional; classic; contemporary; elderly; middle aged; aged; chinese; japanese;
american; european; french; italian; asian; african; indian; british; english; western; eastern; korean; russian;
german; spanish; greek; roman; medieval; victorian; steampunk; nice; good; lovely; pretty; handsome; sweet; fresh;
ripe; juicy; delicious; tasty; yummy; hot; cold; warm light; wet; dry; soft; hard; strong; brave; proud; wise; wild;
domestic; tame; free; full; empty; half; whole; open; closed; broken; cracked; round; square shaped; curved;
straight; flat; thick; thin; narrow; heavy; low; high; deep; shallow; fast; slow; quick; quickly; slowly; gently;
softly; quietly; happily; sadly; gracefully; peacefully; elegantly; loudly; carefully; directly; slightly;
completely; fully; partially; mostly; surrounded; surrounding; covered; filled; decorated; adorned; made; built; set;
placed; located; situated; arranged; displayed; hanging; hung; stacked; scattered; piled; lined; parked; floating;
glowing; shining; sparkling; gleaming; shimmering; glittering; twinkling; glistening; steaming; erupting; abandoned;
haunted; sunken; giant sized; lush; rugged; rocky; sandy; grassy; muddy; dusty; mossy; leafy; flowery; wooded;
striped; spotted; dotted; checkered; plaid; polka dot; patterned; ornate; rustic; luxurious; luxury; fancy;
cosy looking; messy; tidy; neat; crowded; busy; lonely looking; bustling; hidden; secret; famous; popular; common;
typical; special; unique; rare; strange; weird; odd; interesting; fun looking; silly; angry; tired; sleepy; hungry;
surprised; scared; excited; curious; shy; confident; serious; determined; thoughtful; friendly; kind looking;
fluffy looking; chubby; fat; skinny; muscular; athletic; bald; bearded; naked; barefoot; blind; dead; alive; living;
growing; looking; staring; gazing; seeing; waiting; working; going; coming; getting; taking; giving; having; using;
doing; making; being; turning; moving; passing; following; leading; pulling; pushing; petting; feeding; talking;
chatting; speaking; whispering; shouting; thinking; listening; hearing; smelling; touching; feeling; enjoying;
celebrating; relaxing near; posing for; facing camera; looking at the camera; looking at camera; looking at viewer;
at the camera; camera view; overlooking; towering above; reaching; stretching; rising; setting; casting; reflecting;
reflected; illuminated; shines; shine; glow; glows; glowing softly; visible; seen; stands out; bathed; framed;
flanked; opening; closing; hiding; peeking; emerging; appearing; exploring; travelling; traveling; visiting;
shopping; gardening; planting; picking; selling; buying; building something; fixing; repairing; cleaning; washing;
writing; typing; painting something; drawing something; filming; photographing; teaching; learning; studying;
training; exercising; stretching out; yawning; barking; meowing; purring; howling; roaring; chirping; buzzing;
hunting; guarding; protecting; leading to; next; left; right; upper; lower; inner; outer; main; major; second; first;
third; last; final; different; similar; various kinds; several kinds; mixed; combined; joined; connected; separate;
with a view; of course; please note; note; i; me; my; we; us; our; you; your; a bit; bit; kind of; maybe; perhaps;
can; could; should; would; will; must; may; might; do; does; did; let; want; wants; need; needs; love to; loves;
likes; see; sees; look; get; take; give; go; come; use; show; shows; shown; include; includes; including; contain;
contains; containing; have been; has been; had; if; because; so that; until; after; during; since; about; per; via;
towards the viewer; viewer; ratio; size; sized; shape; shaped; form; formed; height; width; length; number; count;
exactly; total; amount; background blur; effect; effects; filter; scenery background; world; life; nature scene;
landscape; landscapes; cityscape view; still; breathtaking; picturesque; scenic; vast; endless horizon; horizon;
distance; foreground blur; glimpse; touch; hint; sense; feeling of; expression; expressions; gesture; pose;
outfit details; look of; movement; motion; energy; power; speed; noise; sound; music; song; story; tale; legend;
history; culture; festival; event; holiday; vacation; travel; trip; journey; adventure; game; match; competition;
performance; show time; work; job; day off; meal; breakfast; lunch; dinner; snack; food; dish of the day;
drink of choice; beverage; clothing style; fashion; makeup; hairstyle; jewel tones; accessories; accessory;
smoke effect; water; waters; air; ground; floor; soil; dirt; mud; sand; surface; texture map; pile; heap; stack; row;
line; lines; group; set of; stuff; items; item; elements; element; figure of; century; decade; era; age; mid;
bottom edge; color scheme; scheme; contrastive; arrangement; collection; variety; assortment; scattered around;
standing tall; lit by; lit up; warmly; brightly; dimly; deeply; richly; vividly; toned; hued; hue; hues; shade;
shaded; tinted; wide open; tall trees around
`;

/** Chinese verbs, adjectives, adverbs and compounds that are no things, or must not be cut. */
export const plainChinese = `
藏族; 汉族; 苗族; 维吾尔族; 少数民族; 水坑; 正; 正在; 射门; 进球; 投篮; 表情包; 贴纸; 图标; 吉祥物; 不同; 不同颜色; 圆框; 黑框; 金丝; 年夜饭; 团圆饭; 晚饭; 早饭; 午饭; 吃饭时; 车身; 车灯; 引擎盖; 车厢里; 分别; 分别是; 分别为; 各自; 多余; 畸形; 变形; 扭曲; 残缺; 错误;
低质量; 重复; 丑陋; 十里; 聚光灯; 灰尘; 烟雾; 烟; 炊烟; 着; 了; 过; 们; 吧; 呢; 吗; 啊; 也; 都; 就; 才; 还; 又; 再; 却; 并; 且; 则; 而; 但; 但是; 不过; 因为; 所以;
如果; 一起; 一样; 一边; 一直; 一种; 一般; 一切; 一下; 一点; 一旁边; 统一; 一身的; 一脸; 一路; 共; 共同; 各; 每; 每个; 每只; 全; 全部; 所有; 整个; 整; 仿佛; 好像; 如同; 犹如;
宛如; 像; 似; 般; 一般的; 好似; 似的; 上去; 下来; 起来; 出来; 进去; 过来; 出去; 回; 回家; 到; 去; 往; 向; 朝; 由; 被; 给; 对; 以; 用; 跟着; 随着; 通过; 经过; 伸出; 伸展;
露出; 透过; 透出; 散发; 散发着; 散发出; 弥漫; 弥漫着; 充满; 充满了; 洋溢; 洋溢着; 笼罩; 笼罩着; 映照; 映衬; 照耀; 照射; 照亮; 闪烁; 闪耀; 发光; 发亮; 闪闪发光; 倒映; 折射; 闪着;
泛着; 泛起; 荡漾; 流动; 流淌; 流过; 飞溅; 涌动; 翻滚; 摇曳; 摇摆; 摆动; 摇晃; 张开; 打开; 关闭; 闭着; 睁着; 看; 看见; 听; 听音乐; 闻; 说; 说话; 聊天; 交谈; 讲话; 思考; 沉思;
想; 等; 等待; 休息; 放松; 享受; 欣赏; 观赏; 观看; 观察; 探索; 寻找; 发现; 工作; 劳动; 忙碌; 做; 制造; 修理; 打扫; 清洁; 购物; 买; 卖; 采摘; 采茶; 种; 种植; 浇水; 收割; 收获;
旅行; 旅游; 出发; 归来; 离开; 到达; 相遇; 相伴; 陪伴; 相拥; 相视; 对视; 亲吻; 接吻; 牵手; 手牵手; 手拉手; 拉手; 握手; 拥有着; 庆祝; 祝福; 过节; 许愿; 守护; 保护; 喂; 喂食; 抚摸;
摸; 推; 推着; 拖着; 拉着; 打电话; 穿搭; 打扮; 装扮; 扮演; 变身; 化身; 拟人; 拟人化; 手里; 手中; 脸上; 脖子上; 嘴里; 怀里; 脚上; 耳边; 眼中; 眼里; 心中; 嘴角; 头顶上; 身体上;
表情; 神情; 神态; 眼神; 目光; 姿势; 姿态; 动作; 气质; 优雅; 美丽; 漂亮; 帅气; 英俊; 好看; 迷人; 性感; 妩媚; 清纯; 甜美; 阳光少年的; 年轻; 年老; 年迈; 苍老; 成熟; 古老; 陈旧;
破旧; 崭新; 新; 旧; 老; 现代; 古代; 古典; 古风; 中式; 欧式; 西式; 日式; 韩式; 法式; 美式; 中国; 日本; 美国; 法国; 英国; 欧洲; 亚洲; 非洲; 东方; 西方; 西部; 北方; 南方; 北欧;
意大利; 俄罗斯; 印度; 埃及; 希腊; 中国风; 国风; 日系; 韩系; 欧美; 传统; 时尚; 潮流; 潮; 酷; 酷炫; 炫酷; 华丽; 华美; 奢华; 豪华; 朴素; 朴实; 粗糙; 光滑; 柔软; 坚硬; 锋利; 尖;
圆圆; 圆圆的; 圆形的; 方形的; 扁; 弯; 弯曲; 蜿蜒; 笔直; 直; 斜; 平; 平坦; 宽; 宽阔; 窄; 狭窄; 厚; 薄; 轻; 重; 轻盈; 深; 浅; 远; 近; 快; 慢; 缓缓; 慢慢; 渐渐; 静静;
静静地; 悄悄; 轻轻; 轻轻地; 默默; 紧紧; 高高; 高高的; 深深; 远远; 远远的; 满; 满满; 满是; 布满; 遍布; 点缀; 点缀着; 覆盖; 覆盖着; 铺满; 撒满; 洒满; 落满; 围绕在; 交织; 交错; 纵横;
错落; 错落有致; 整齐; 整齐地; 排列; 摆放; 摆放整齐; 放; 放置; 挂; 挂着; 悬挂; 贴; 绑; 插; 装; 盛; 叠; 堆; 热气腾腾; 冒着热气; 冒着; 热; 冷; 冰冷; 寒冷; 炎热; 凉爽; 温度; 湿;
干; 干净; 脏; 乱; 凌乱; 杂乱; 空; 空旷; 空荡荡; 辽阔; 广阔; 广袤; 无垠; 一望无际; 无边; 浩瀚; 茂密; 茂盛; 繁茂; 葱郁; 苍翠; 繁华; 繁忙; 拥挤; 喧闹; 荒凉; 破败; 废弃; 废弃的;
美味; 可口; 好吃; 新鲜; 成熟的; 多汁; 香; 甜; 酸; 辣; 苦; 诱人; 食物; 美食; 食材; 早餐; 午餐; 晚餐; 菜肴; 点心; 小吃; 零食; 物品; 东西; 物体; 事物; 生物; 动物; 小动物; 人物;
角色; 形象; 主角; 人物形象; 虚拟; 造型; 形状; 样子; 模样; 外形; 外观; 形态; 轮廓; 装饰; 饰品; 配饰; 花纹; 纹路; 条纹; 格子; 波点; 斑点; 斑纹; 图纹; 材质; 材料; 结构; 部分; 细部;
局部; 表面; 内容物; 侧边; 边缘; 角落; 尽头; 方向; 位置; 地方; 空间; 时间; 时刻; 时候; 时分; 时; 瞬间; 时代; 世纪; 世界; 未来; 未来感; 未来主义; 科技; 科技感; 科幻; 科幻感; 智能;
生活; 日常; 故事; 传说; 神话; 历史; 文化; 音乐; 歌曲; 声音; 味道; 气息; 气氛; 感觉; 情绪; 情感; 梦想; 希望; 力量; 力量感; 速度; 速度感; 能量; 生机; 生机勃勃; 活力; 生动; 生动有趣;
有趣; 传神; 栩栩如生; 惟妙惟肖; 形神兼备; 自然; 自然风光; 风光; 美景; 景色; 景象; 景观; 风景画; 夜晚时分; 水; 水流; 水波; 波光粼粼; 波光; 涟漪; 清澈; 空气; 地面; 地上;
地板; 泥土; 泥; 土地; 大地; 沙; 沙子; 石子路; 尘土; 云烟; 火光; 灯光; 烛光; 灯火; 灯火通明; 万家灯火; 霓虹闪烁; 车水马龙; 车流; 人来人往; 川流不息; 熙熙攘攘; 岁; 左右的; 大约; 约;
大概; 可能; 必须; 需要; 要求; 要; 可以; 能; 会; 应该; 请注意; 注意; 第一; 第二; 第三; 首先; 然后; 接着; 最后; 同时; 此时; 此刻; 当; 当时; 之时; 正好; 刚刚; 刚; 已经; 曾经;
即将; 将要; 马上; 立刻; 突然; 忽然; 依然; 仍然; 不断; 不停; 来回; 互相; 相互; 彼此; 独自; 独立; 单独; 亲密; 亲切; 友好; 和谐; 善良; 勇敢; 坚定; 坚毅; 自信; 专注; 认真; 严肃;
好奇; 害羞; 羞涩; 调皮; 顽皮; 聪明; 机灵; 灵动; 呆; 懒洋洋; 慵懒; 疲惫; 困; 饿; 惊讶; 惊恐; 愤怒; 生气; 凶猛; 凶; 威风; 威风凛凛; 英姿飒爽; 潇洒; 帅; 强壮; 健壮; 健康; 瘦;
瘦弱; 苗条; 纤细; 修长; 丰满; 丰富多彩; 精神; 精神焕发; 朝气; 朝气蓬勃; 童真; 天真; 纯真; 天真烂漫; 稚嫩; 慈祥; 和蔼; 和蔼可亲; 古灵精怪; 相间; 相伴而行; 并排; 并肩; 排成一排;
成; 成为; 为主; 为辅; 作为; 做为; 当作; 名; 名字; 号; 款; 类; 类型; 版; 版本; 级; 级别; 度; 性; 化; 式; 型; 状; 色系; 色; 本身; 本; 其他的; 等等; 之类; 以上; 以下; 以内;
之外; 之内; 除此之外; 总体; 总共; 一共; 一种的; 观众的; 镜头前; 对着镜头; 看着镜头; 面对镜头; 看向镜头; 面向镜头; 看镜头; 正对镜头; 对着镜头微笑; 坐姿; 站姿; 侧身; 侧脸的; 回头; 回眸;
低头; 抬头; 转身; 弯腰; 伸手; 抬手; 手势; 动态; 静态; 静物; 静物画; 运动; 健身; 瑜伽; 比赛; 竞赛; 活动; 聚会; 聚餐; 婚礼; 仪式; 节目; 演讲; 上课; 上班; 下班; 放学; 上学; 开会;
吃瓜; 牛逼; 虎虎生威; 马到成功; 龙飞凤舞; 花样; 人工智能; 大自然的; 下一代; 上下; 左右对; 前后; 里外; 内外; 上一个; 中式风格; 中秋; 中秋节; 端午; 端午节; 元旦; 国庆; 国庆节; 清明;
元宵节; 儿童节; 母亲节; 毕业; 毕业季; 生日; 生日派对; 周末; 假期; 假日; 节气; 谷雨; 立春; 立夏; 立秋; 立冬; 春分; 秋分; 冬至; 大寒; 惊蛰; 人生; 人文; 人间; 人间烟火; 人间仙境; 人们;
大人; 本人; 别人; 主人; 主人公; 敌人; 老式的; 老板娘的; 花色; 花絮; 车厢; 车祸; 山寨; 水平; 水准; 口味; 口感; 手感; 手工; 手工制作; 手办感; 手绘感; 头部特写; 面部表情;
面部特写; 心情; 心灵; 中心对称; 天气; 天真无邪; 天使般; 天堂; 天然; 地域; 地图般; 火热; 火爆; 灯具; 灯带; 打光; 布光; 书法; 书香; 书卷气; 门面; 窗前的; 桥段; 塔罗; 船舱; 鱼眼;
鱼眼镜头; 鸟语花香; 花好月圆; 马赛; 牛市; 虎牙; 龙腾虎跃; 狗仔; 猫眼; 鸡尾; 兔耳; 兔耳朵; 猫耳; 猫耳朵; 狐耳; 兽耳; 月饼般; 星级; 云淡风轻; 风度; 风度翩翩; 风情; 异域风情; 风韵;
风土人情; 风味; 风云; 雨露; 雪亮; 雪茄烟; 日光; 日照; 日期; 石化; 包装; 包装设计; 包裹着; 包围; 包围着; 笔墨; 球形; 球状; 心形的; 刀光剑影; 剑拔弩张; 酒红色调; 茶色系; 茶道; 面积;
面料质感; 碗状; 杯状; 床单; 被子; 盖着; 衣着; 衣领; 袖子; 领口; 口袋; 纽扣; 拉链; 毛孔; 皮肤质感; 妆容; 化妆; 淡妆; 浓妆; 红唇; 红晕; 腮红; 眼影; 美甲; 纹身; 伤疤; 汗水; 汗珠;
泪水; 泪珠; 血; 血液; 汁; 汁水; 果肉; 切片; 切开; 一半; 半个; 半
`;
