// Traditional characters as simplified ones, for the characters that the lexicon uses: 貓 is read as 猫.

/** Pairs traditional + simplified, parted by spaces. */
const pairs =
  '貓猫 馬马 鳥鸟 魚鱼 車车 紅红 藍蓝 綠绿 黃黄 銀银 龍龙 鳳凤 雞鸡 鴨鸭 鵝鹅 豬猪 獅狮 貝贝 蟲虫 蝦虾 鯨鲸 鯊鲨 鷹鹰 鶴鹤 鴿鸽 烏乌 龜龟 貍狸 ' +
  '隻只 個个 條条 張张 輛辆 顆颗 幾几 兩两 雙双 對对 羣群 萬万 許许 數数 陣阵 臺台 檯台 間间 塊块 頂顶 頭头 ' +
  '樹树 葉叶 蘋苹 檸柠 櫻樱 蘭兰 蓮莲 蘿萝 麥麦 麵面 飯饭 餅饼 湯汤 魷鱿 餃饺 壽寿 燒烧 飲饮 ' +
  '書书 燈灯 鐘钟 錶表 鍾钟 傘伞 門门 牆墙 牀床 鏡镜 盤盘 筆笔 紙纸 畫画 電电 腦脑 視视 機机 遙遥 鍵键 麗丽 籃篮 鋼钢 氣气 飛飞 ' +
  '橋桥 樓楼 廟庙 場场 園园 廣广 鎮镇 鄉乡 農农 島岛 灣湾 嶺岭 東东 廚厨 臥卧 廳厅 館馆 辦办 圖图 學学 醫医 術术 體体 ' +
  '雲云 風风 陽阳 陰阴 霧雾 晝昼 時时 際际 極极 煙烟 夢梦 靜静 歡欢 樂乐 憂忧 鬱郁 懷怀 舊旧 ' +
  '著着 騎骑 舉举 寫写 彈弹 遊游 劃划 駕驾 駛驶 戰战 鬥斗 開开 蕩荡 衝冲 觀观 聽听 讀读 ' +
  '裡里 裏里 邊边 後后 側侧 從从 與与 們们 這这 沒没 無无 為为 將将 讓让 變变 換换 請请 幫帮 給给 還还 並并 來来 過过 於于 發发 滿满 ' +
  '褲裤 帶带 圍围 髮发 鬍胡 鬚须 臉脸 長长 圓圆 顏颜 細细 節节 質质 ' +
  '師师 員员 漁渔 護护 軍军 國国 獵猎 聖圣 誕诞 孫孙 爺爷 媽妈 親亲 嬰婴 兒儿 隊队 ' +
  '銅铜 鐵铁 鑽钻 寶宝 絲丝 綢绸 ' +
  '攝摄 鳴鸣 響响 綫线 線线 錄录 鏈链 鎖锁 鑰钥 劍剑 槍枪 砲炮 錘锤 鋸锯 鏟铲 釣钓 輪轮 艦舰 潛潜 軌轨 纜缆 熱热 ' +
  '濱滨 灘滩 漢汉 澤泽 穀谷 峽峡 懸悬 巖岩 礦矿 銹锈 蓋盖 頸颈 嶼屿 絨绒 綿绵 鹽盐 糰团 團团 緊紧 籠笼 紮扎 綁绑 縮缩 織织 緞缎 縫缝 襯衬 裝装 製制 複复 優优 簡简 約约 強强 調调 藝艺 繪绘 賽赛 龐庞 莊庄 傳传 統统 現现 ' +
  '薑姜 蔥葱 芻刍 鵡鹉 鸚鹦 鵲鹊 鷺鹭 鷗鸥 駱骆 駝驼 驢驴 騾骡 蠍蝎 蟬蝉 蠶蚕 蝸蜗 螞蚂 蟻蚁 ';

let table: Map<string, string> | undefined;

/** The text with every known traditional character replaced; its length stays the same. */
export function toSimplified(text: string): string {
  table ??= new Map(
    pairs
      .trim()
      .split(/\s+/)
      .map((pair) => [pair[0] ?? '', pair[1] ?? ''] as const),
  );
  let simplified = '';
  for (const character of text) simplified += table.get(character) ?? character;
  return simplified;
}
