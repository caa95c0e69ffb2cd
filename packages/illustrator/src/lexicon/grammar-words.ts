// The words that tie a prompt together: relations, numbers, measure words and the small words. Rows `value: words`.

/** English prepositions and Chinese verbs-before-a-place: the thing that follows is where the first one is. */
export const prepositionRows: readonly string[] = [
  'on: on, on top of, onto, upon, atop, across, crossing, crossing over, on the top of, on the back of, on the roof of, on the shoulders of, on the shoulder of, on the head of, on the lap of, along, all over, aboard',
  'under: under, underneath, beneath, sheltered by, shaded by',
  'above: above, over, high above',
  'below: below, at the foot of, at the bottom of, down below',
  'left-of: left of, to the left of, on the left of, on the left side of, to the left side of, at the left of, left to, on the left hand side of, at the left side of',
  'right-of: right of, to the right of, on the right of, on the right side of, to the right side of, at the right of, right to, on the right hand side of, at the right side of',
  'in: in, inside, inside of, within, into, through, throughout, amid, amidst, among, amongst, in the midst of, in the middle of, at, surrounded by, in the heart of, from inside, filled with, deep in, immersed in, out in, at the center of, in the center of, in the centre of, outside',
  'in-front-of: in front of, before, ahead of, against, against a backdrop of, in the front of, outside of',
  'behind: behind, at the back of, in back of, beyond, in the back of',
  'beside: beside, next to, near, by, close to, alongside, adjacent to, at the side of, nearby, by the side of, at the edge of, on the edge of, on the side of, leaning against, along the side of, right next to, side by side with, on the bank of, on the banks of, on the shore of, on the shores of, 靠近, 挨着, 紧挨着, 紧邻, 临近',
  'between: between, in between, 介于',
  'facing: facing, looking at, staring at, gazing at, watching, looking towards, toward, towards, opposite, pointing at, 看着, 望着, 面对, 面向, 凝视, 凝视着, 注视着, 盯着, 仰望, 眺望, 对着, 朝着, 面对着, 望向, 看向, 仰望着, 眺望着, 面朝',
  'around: around, encircling, circling, revolving around, orbiting, 围着, 围绕, 环绕, 围绕着, 环绕着, 绕着',
];

/** Verbs whose object is held, ridden or worn. English rows name the base verb. */
export const bondVerbRows: readonly string[] = [
  'holding: hold, carry, grip, grasp, hold up, clutch, hug, embrace, lift, wield, raise, cradle, pick up, hold in his hand, bring, deliver, offer, brandish, cuddle, 拿着, 手里拿着, 手拿, 手持, 举着, 捧着, 抱着, 握着, 提着, 手中拿着, 手里举着, 手中握着, 手握, 拎着, 端着, 怀抱, 手举, 撑着, 打着, 手捧, 捧, 抱, 拿, 举, 叼着, 嘴里叼着, 牵着, 手里捧着, 手提, 怀里抱着, 手里提着, 手上拿着, 手里握着, 两手拿着, 双手捧着, 双手举着, 扛着, 高举, 高举着, 举起, 拿起, 拿了, 持, 叼, 举牌, 手上举着, 手里抱着, 双手拿着, 手中举着, 手中捧着, 手执, 撑起, 打伞, 怀抱着, 嘴里咬着, 挥舞着, 提, 举起了, 双手抱着, 爪子里拿着, 爪子拿着, 手里牵着, 手里端着, 手中提着, 抓着, 抓住, 拥抱, 撑',
  'riding: ride, drive in, mounted on, mount, riding on, ride on, 骑着, 骑, 骑在, 乘坐, 坐着飞, 骑行, 驾着, 骑上, 乘着, 骑乘, 乘, 踩着, 踩',
  'wearing: wear, dressed in, clad in, put on, wrapped in, decked in, adorned with, wearing on its head, covered in armor of, dressed up in, sporting, don, outfitted in, clothed in, 穿着, 戴着, 穿, 戴, 身穿, 身着, 头戴, 佩戴, 头戴着, 身上穿着, 头上戴着, 系着, 披着, 脖子上围着, 脚穿, 穿上, 戴上, 身披, 脖子上戴着, 背着, 头顶, 佩戴着, 一身, 背上背着, 背, 身穿着, 脚踩, 肩上背着, 穿了, 戴了, 脖子上系着, 手戴, 挎着, 腰间挂着, 腰挂, 头顶着, 肩披, 裹着, 鼻梁上架着, 披, 脚上穿着, 手上戴着, 腰佩, 眼戴, 脸上戴着, 换上',
  'with: with, along with, together with, accompanied by, alongside of, featuring, decorated with, covered with, covered in, topped with, holding hands with, have, has, 带着, 长着, 有着, 拥有, 带有, 留着, 配有, 搭配, 装饰着, 插着, 长满, 摆满, 装满, 放满, 堆满, 挂满, 带, 陪着, 伴着, 披散着, 扎着, 梳着, 顶着, 生有',
];

/** Chinese place words that follow the noun: 桌子**上**, 椅子**左边**. */
export const localiserRows: readonly string[] = [
  'on: 上, 上面, 之上, 顶上, 上头, 面上, 身上, 背上, 上边',
  'under: 下, 下面, 之下, 底下, 下边',
  'above: 上方, 上空, 头顶上方, 正上方',
  'below: 下方, 正下方, 脚下',
  'left-of: 左边, 左侧, 左面, 左方, 左手边上, 的左, 左',
  'right-of: 右边, 右侧, 右面, 右方, 的右, 右',
  'in: 里, 里面, 中, 之中, 内, 里边, 当中, 中央, 中间, 深处, 内部, 丛中, 之间里, 间',
  'in-front-of: 前, 前面, 前方, 面前, 跟前, 之前, 前边, 门前, 门口, 外, 外面, 窗外',
  'behind: 后, 后面, 后方, 背后, 之后, 身后, 后边',
  'beside: 旁, 旁边, 边, 身旁, 身边, 一旁, 附近, 边上, 侧面, 之畔, 畔, 左右, 一侧, 周边',
  'between: 之间, 中间夹着',
  'around: 周围, 四周, 旁边四周',
];

/** Number words; `~` marks the counts that are only a guess. */
export const numberRows: readonly string[] = [
  '1: one, a, an, single, a single, exactly one, only one, lone, solitary, another, 一, 壹, 单, 1, 独, 某',
  '2: two, both, a pair of, pair of, a couple of, couple of, twin, twins of, two of, 二, 两, 俩, 双, 一双, 一对, 一对儿, 两两, 贰',
  '3: three, trio of, a trio of, triplet, 三, 仨, 叁',
  '4: four, quartet of, 四, 肆',
  '5: five, 五, 伍',
  '6: six, half a dozen, half dozen, 六, 半打',
  '7: seven, 七',
  '8: eight, 八',
  '9: nine, 九',
  '10: ten, 十',
  '11: eleven, 十一',
  '12: twelve, dozen, a dozen, a dozen of, one dozen, 十二, 一打',
  '13: thirteen',
  '14: fourteen',
  '15: fifteen',
  '16: sixteen',
  '17: seventeen',
  '18: eighteen',
  '19: nineteen',
  '20: twenty, 廿',
  '24: two dozen',
  '30: thirty',
  '40: forty',
  '50: fifty',
  '60: sixty',
  '70: seventy',
  '80: eighty',
  '90: ninety',
  '3~: several, a few, few, some, various, 几, 若干, 一些, 有些, 数, 些',
  '5~: a group of, group of, a family of, family of, a pack of, pack of, a team of, a row of, row of, a line of, a cluster of, a bunch of, bunch of, a pride of, a litter of, a stack of, a pile of, a set of, a band of, 一群, 一排, 一堆, 一队, 一组, 一丛, 一伙, 一簇, 成排, 一窝',
  '8~: many, lots of, a lot of, numerous, plenty of, a herd of, herd of, a flock of, flock of, flocks of, a school of, school of, a swarm of, swarm of, a crowd of, crowds of, a colony of, tons of, a large group of, multiple, countless assorted, 许多, 很多, 好多, 众多, 大量, 成群, 成群结队, 不少, 一大群, 好几, 大批, 多, 各种, 诸多, 一群群',
  '12~: countless, dozens of, hundreds of, thousands of, a hundred, a thousand, infinite, endless, millions of, an army of, a sea of, 无数, 数十, 几十, 数百, 上百, 成千上万, 数不清, 漫天, 满天, 百, 千, 万, 无数的, 一大片, 成百上千, 数千, 遍地, 满地',
];

/** Chinese measure words, and what follows a number in English without being the thing. */
export const measureWords =
  '个 只 条 匹 头 张 本 把 辆 艘 架 座 朵 棵 株 颗 位 名 件 顶 双 块 片 杯 碗 盘 瓶 束 栋 幢 间 面 扇 台 支 枝 根 枚 粒 串 对 盏 幅 尊 口 峰 羽 尾 叶 节 列 所 家 则 只只 部 份 盒 袋 箱 桶 罐 壶 篮 筐 朵朵 把把 滴 轮 道 团 丛 簇 副 套 盆 群 排 堆 些 种 款 个个 几个 缕 泓 湾 弯 抹 盘子的 层 员 番 封 柄 挺 门 枝枝 头头 捧 捆 圈 例';

/** The small words of both languages, by the part they play; see `FunctionRole`. */
export const functionRows: readonly string[] = [
  'the: the, 该, 此, 那个, 那只, 那座, 那位, 那条, 那辆, 那',
  'this: this, that, these, those, 这, 这个, 这只, 这些, 这位, 这里, 这条, 这辆, 这座',
  'and: and, plus, as well as, &, +, also, 和, 与, 以及, 跟, 及, 还有, 并且, 、, 同, 外加, 加上, 或, 或者, or, 而且, 又',
  'of: of',
  'de: 的, 之, 地, 得, の',
  'at: 在, 位于, 于, 处于, 置于, 身处, 漫步于, 站立于, 坐于, 放在, 停在, 摆在, 悬挂在, 挂在, 贴在, 藏在, 躲在, 身在, 置身, 置身于, 种在, 浮在, 穿行在, 穿梭在, 徘徊在, 戴在, 盛在, 装在, 来到, 走进, 生长在, 住在, 处在, 倒映在, 照在, 洒在, 映在, 散落在, 飘在, 写在, 立于, 游在, 穿过, 从, 出现在',
  'have: there is, there are, there was, there were, theres, 有, 放着, 摆着, 存在, 停着, 挂着, 摆放着, 放有, 画着, 坐落着, 停泊着, 生长着,  种着, 盛着, 装着, 散落着, 堆着, 铺着, 放了, 漂着, 游着, 栖息着, 陈列着, 盛放着, 养着, 包括, 包含, 放置着, 藏着',
  'be: is, are, was, were, be, being, becomes, looks, 是, 为, 呈, 呈现, 变成, 呈现出, 都是, 均为, 全是, 则是, 涂成',
  'it: it, they, he, she, him, them, its, his, her, their, whose, 它, 他, 她, 它们, 他们, 她们, 自己, 其, 她的, 他的, 它的',
  'other: other, the other, other one, the other one, others, the others, the rest, rest of them, 另, 另一, 另外, 另外一, 其他, 其余, 其中, 剩下, 另一只, 另外一只',
  'no: no, not, without, never, non, excluding, except, minus, dont include, no more, free of, do not include, does not have, nor, avoid, none, isnt, arent, 没有, 无, 不要, 不含, 没, 别, 除了, 禁止, 不带, 不包含, 避免, 不出现, 毫无, 去掉, 去除, 不存在, 空无, 不能有, 不要有, 不想要, 不需要, 删除, 移除, remove, 不是, 不戴, 不穿',
  'very: very, extremely, quite, really, so, slightly, dark, light, pale, bright, deep, 非常, 很, 十分, 极其, 特别, 相当, 最, 更, 略, 超级, 极',
  'text: that says, saying, says, which says, that reads, which reads, reading text, with the text, with the title, the title, title, with the words, with text, with the word, labeled, labelled, titled, text, the word, the words, words, word, written, with writing, engraved with, printed with, inscribed with, spelling, lettering, caption, captioned, that spells, slogan, letters, inscription, letter, message, 写着, 写有, 印着, 印有, 字样, 文字, 标题, 上书, 标着, 写上, 题字, 文字为, 刻着, 刻有, 题着, 显示着, 字, 文案, 写的是, 上面写着, 写了, 标有, 写着字, 绣着, 贴着, 内容是, 内容为, 内容, 标语, 画有文字, 喷着, 大字, 显示, 上写着, 上面写, 几个字, 四个字, 两个字, 三个字, 大写, 字体, 文字内容, 标题为, 标题是, 名为, 叫做, 名叫, 书写着, 手写着, 写道',
];
