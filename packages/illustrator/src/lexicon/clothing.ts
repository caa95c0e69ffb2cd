// Nouns: what is worn, and what belongs to a body. Row syntax: see noun-rows.ts.

/** Rows for clothes, jewels and other worn things; after `wearing` or `穿着` they dress a subject. */
export const clothingRows: readonly string[] = [
  // Upper body and whole body
  'coat: coat, jacket, overcoat, trench coat, windbreaker, parka, down jacket, leather jacket, blazer, cloak, cape, raincoat, denim jacket, puffer jacket, 外套, 大衣, 夹克, 风衣, 羽绒服, 皮夹克, 皮衣, 披风, 斗篷, 雨衣, 棉袄, 棉衣, 上衣, 牛仔外套, 军大衣',
  'sweater: sweater, jumper, cardigan, hoodie, sweatshirt, pullover, turtleneck, 毛衣, 卫衣, 针织衫, 连帽衫, 高领毛衣',
  't-shirt: t-shirt, t shirt, tshirt, tee, tee shirt, shirt, blouse, polo shirt, vest, tank top, jersey, hawaiian shirt, T恤, t恤, T恤衫, 衬衫, 衬衣, 短袖, 背心, 球衣, 马甲, 白衬衫',
  'dress: dress, gown, skirt, sundress, wedding dress, evening gown, 裙子, 连衣裙, 长裙, 短裙, 裙, 婚纱, 礼服, 晚礼服, 旗袍, 红裙, 白裙, 百褶裙, 纱裙, 洛丽塔裙 > cheongsam, qipao, tutu, robe, toga, 长袍, 袍子, 道袍',
  'hanfu: hanfu, 汉服, 古装, 唐装, 汉元素',
  'kimono: kimono, yukata, 和服, 浴衣',
  'suit: suit, tuxedo, business suit, three piece suit, 西装, 西服, 燕尾服, 正装, 西装革履',
  'uniform: uniform, school uniform, military uniform, overalls, jumpsuit, onesie, sportswear, tracksuit, 制服, 校服, 军装, 工作服, 连体衣, 运动服, 运动装, 背带裤, 警服, 睡衣, pajamas, pyjamas',
  'spacesuit: spacesuit, space suit, 宇航服, 太空服, 航天服',
  'armor: armor, armour, suit of armor, chainmail, 盔甲, 铠甲, 战甲, 护甲',
  'clothes: clothes, clothing, outfit, costume, garment, 衣服, 服装, 服饰, 衣裳, 衣物, 衣',
  'lab coat: lab coat, white coat, 白大褂, 实验服',
  // Lower body and feet
  'jeans: jeans, pants, trousers, slacks, leggings, 牛仔裤, 裤子, 长裤, 西裤, 裤',
  'shorts: shorts, boxers, 短裤, 内裤, briefs',
  'shoe: shoe, shoes, sneaker, sneakers, trainers, running shoe, loafers, 鞋, 鞋子, 运动鞋, 球鞋, 跑鞋, 皮鞋, 布鞋, 帆布鞋, 绣花鞋',
  'boot: boot, boots, rain boots, cowboy boots, hiking boot, hiking boots, rubber boots, 靴子, 长靴, 雨靴, 雨鞋, 皮靴, 登山靴, 马丁靴',
  'high heels: high heels, high heel, high heeled shoe, heels, stiletto, glass slipper, 高跟鞋, 水晶鞋',
  'sandal: sandal, sandals, flip flop, flip flops, slipper, slippers, 凉鞋, 拖鞋, 人字拖, 木屐',
  'ballet shoes: ballet shoes, pointe shoes, 芭蕾舞鞋, 舞鞋',
  'sock: sock, socks, stocking, stockings, 袜子, 长袜, 圣诞袜, 丝袜',
  'swimsuit: swimsuit, swimming suit, bathing suit, bikini, swimming trunks, 泳衣, 比基尼, 泳装, 泳裤',
  'ice skate: ice skate, ice skates, 冰鞋, 溜冰鞋',
  'roller skate: roller skate, roller skates, rollerblades, 轮滑鞋, 旱冰鞋, 直排轮',
  // Head and neck
  'hat: hat, sun hat, fedora, cowboy hat, straw hat, witch hat, wizard hat, party hat, santa hat, bowler hat, chef hat, sombrero, bonnet, pirate hat, 帽子, 帽, 草帽, 礼帽, 牛仔帽, 圣诞帽, 斗笠, 厨师帽, 女巫帽, 遮阳帽, 渔夫帽',
  'top hat: top hat, 高帽, 大礼帽, 高礼帽',
  'cap: cap, baseball cap, beanie, beret, 鸭舌帽, 棒球帽, 毛线帽, 贝雷帽, 针织帽',
  'helmet: helmet, hard hat, bike helmet, space helmet, 头盔, 安全帽, 钢盔',
  'graduation cap: graduation cap, mortarboard, 学士帽, 毕业帽, 博士帽',
  'crown: crown, tiara, 皇冠, 王冠, 冠冕, 凤冠',
  'headphones: headphones, headphone, headset, earphones, earbuds, 耳机, 头戴式耳机, 耳麦',
  'glasses: glasses, eyeglasses, spectacles, goggles, monocle, 眼镜, 护目镜, 近视镜',
  'sunglasses: sunglasses, shades, 墨镜, 太阳镜',
  'mask: mask, face mask, masquerade mask, venetian mask, 面具, 口罩, 面罩, 脸谱, 狐狸面具',
  'scarf: scarf, shawl, bandana, neckerchief, red scarf, 围巾, 披肩, 丝巾, 头巾, 红领巾, 领巾',
  'tie: tie, necktie, bow tie, bowtie, 领带, 领结, 蝴蝶结领带',
  'ribbon: ribbon, bow ribbon, hair bow, 丝带, 蝴蝶结, 缎带, 彩带',
  'veil: veil, 面纱, 头纱',
  // Hands, jewels
  'gloves: gloves, glove, mittens, mitten, 手套, 连指手套',
  'boxing gloves: boxing gloves, boxing glove, 拳击手套',
  'belt: belt, sash, 腰带, 皮带, 束腰',
  'ring: ring, diamond ring, wedding ring, engagement ring, 戒指, 钻戒, 婚戒, 指环',
  'necklace: necklace, pendant, bracelet, earring, earrings, jewellery, jewelry, pearl, pearls, 项链, 吊坠, 手镯, 手链, 耳环, 珠宝, 首饰, 珍珠, 玉佩, 发簪, 簪子, 发饰',
  'watch: watch, wristwatch, pocket watch, smartwatch, 手表, 腕表, 怀表, 智能手表',
  'apron: apron, 围裙',
  'flower crown: flower crown, floral crown, 花冠, 头戴花环',
];

/** Rows for what grows on a body: after `with` they dress a subject, alone they name nothing to draw. */
export const bodyRows: readonly string[] = [
  'hair: hair, ponytail, pigtails, braids, braid, curls, bangs, long hair, short hair, curly hair, 头发, 长发, 短发, 卷发, 马尾, 双马尾, 辫子, 刘海, 发型, 秀发, 长卷发, 麻花辫, 直发, 丸子头',
  'beard: beard, moustache, mustache, goatee, 胡子, 胡须, 络腮胡, 长胡子',
  'eyes: eyes, eye, pupils, 眼睛, 眼眸, 双眼, 大眼睛, 眸子, 双眸, 瞳孔',
  'wings: wings, wing, 翅膀, 羽翼, 双翼, 翼, 翅',
  'horns: horns, horn, antlers, antler, 角, 犄角, 鹿角, 牛角',
  'tail: tail, tails, 尾巴, 长尾巴',
  'mane: mane, 鬃毛',
  'fur: fur, feathers, scales, plumage, coat of fur, 皮毛, 毛, 毛发, 绒毛, 鳞片, 毛皮',
  'body: body, head, face, hand, hands, arm, arms, leg, legs, foot, feet, finger, fingers, ear, ears, nose, mouth, lips, cheek, cheeks, skin, neck, shoulder, shoulders, back, chest, paw, paws, claw, claws, tooth, teeth, tongue, limb, limbs, knee, knees, lap, palm of hand, fist, thumb, forehead, eyebrow, eyebrows, belly, waist, 身体, 头, 脸, 手, 手臂, 胳膊, 腿, 脚, 手指, 耳朵, 鼻子, 嘴, 嘴巴, 嘴唇, 脸颊, 皮肤, 脖子, 肩膀, 背, 胸, 爪子, 牙齿, 舌头, 四肢, 膝盖, 脸庞, 面容, 面孔, 五官, 额头, 眉毛, 腰, 肚子, 双手, 双脚, 头部, 脸部, 面部, 眉眼, 睫毛, 身材, 身形, 腰间, 指尖, 唇, 肌肉, 侧脸, 脸蛋, 怀, 肩',
];
