// The 80 everyday object classes of COCO: English name, plural as prompt sets write it, Chinese names, measure word, our concept.

/** One class as prompts name it. */
export interface CocoName {
  english: string;
  plural: string;
  chinese: readonly string[];
  measure: string;
  concept: string;
}

const rows = `
person|people|人|个|person
bicycle|bicycles|自行车,单车|辆|bicycle
car|cars|汽车,小汽车|辆|car
motorcycle|motorcycles|摩托车|辆|motorcycle
airplane|airplanes|飞机|架|airplane
bus|buses|公交车,公共汽车,巴士|辆|bus
train|trains|火车|列|train
truck|trucks|卡车|辆|truck
boat|boats|船,小船|艘|boat
traffic light|traffic lights|红绿灯,交通灯|个|traffic light
fire hydrant|fire hydrants|消防栓|个|fire hydrant
stop sign|stop signs|停车标志,停止标志|个|stop sign
parking meter|parking meters|停车计时器,停车收费表|个|parking meter
bench|benches|长椅,长凳|张|bench
bird|birds|鸟,小鸟|只|bird
cat|cats|猫|只|cat
dog|dogs|狗|只|dog
horse|horses|马|匹|horse
sheep|sheep|羊,绵羊|只|sheep
cow|cows|牛,奶牛|头|cow
elephant|elephants|大象|头|elephant
bear|bears|熊|只|bear
zebra|zebras|斑马|匹|zebra
giraffe|giraffes|长颈鹿|只|giraffe
backpack|backpacks|背包,双肩包|个|backpack
umbrella|umbrellas|雨伞,伞|把|umbrella
handbag|handbags|手提包|个|handbag
tie|ties|领带|条|tie
suitcase|suitcases|行李箱,手提箱|个|suitcase
frisbee|frisbees|飞盘|个|frisbee
skis|skis|滑雪板|副|skis
snowboard|snowboards|单板滑雪板|块|snowboard
sports ball|sports balls|球,运动球|个|sports ball
kite|kites|风筝|只|kite
baseball bat|baseball bats|棒球棒,棒球棍|根|baseball bat
baseball glove|baseball gloves|棒球手套|只|baseball glove
skateboard|skateboards|滑板|块|skateboard
surfboard|surfboards|冲浪板|块|surfboard
tennis racket|tennis rackets|网球拍|只|tennis racket
bottle|bottles|瓶子|个|bottle
wine glass|wine glasses|酒杯,红酒杯,高脚杯|个|wine glass
cup|cups|杯子|个|cup
fork|forks|叉子|把|fork
knife|knives|刀,刀子|把|knife
spoon|spoons|勺子|把|spoon
bowl|bowls|碗|个|bowl
banana|bananas|香蕉|根|banana
apple|apples|苹果|个|apple
sandwich|sandwiches|三明治|个|sandwich
orange|oranges|橙子,橘子|个|orange
broccoli|broccolis|西兰花|朵|broccoli
carrot|carrots|胡萝卜|根|carrot
hot dog|hot dogs|热狗|个|hot dog
pizza|pizzas|披萨,比萨饼|块|pizza
donut|donuts|甜甜圈|个|donut
cake|cakes|蛋糕|块|cake
chair|chairs|椅子|把|chair
couch|couches|沙发|张|couch
potted plant|potted plants|盆栽,盆栽植物|盆|potted plant
bed|beds|床|张|bed
dining table|dining tables|餐桌|张|dining table
toilet|toilets|马桶|个|toilet
tv|tvs|电视,电视机|台|tv
laptop|laptops|笔记本电脑|台|laptop
computer mouse|computer mice|鼠标|个|computer mouse
tv remote|tv remotes|遥控器|个|remote
computer keyboard|computer keyboards|键盘|个|keyboard
cell phone|cell phones|手机|部|cell phone
microwave|microwaves|微波炉|台|microwave
oven|ovens|烤箱|台|oven
toaster|toasters|烤面包机|台|toaster
sink|sinks|水槽,洗手池|个|sink
refrigerator|refrigerators|冰箱|台|refrigerator
book|books|书|本|book
clock|clocks|时钟,钟|个|clock
vase|vases|花瓶|个|vase
scissors|scissors|剪刀|把|scissors
teddy bear|teddy bears|泰迪熊,玩具熊|只|teddy bear
hair drier|hair driers|吹风机|个|hair drier
toothbrush|toothbrushes|牙刷|支|toothbrush
`;

/** All 80, in the order of the data set. */
export const cocoNames: readonly CocoName[] = rows
  .trim()
  .split('\n')
  .map((row) => {
    const [english = '', plural = '', chinese = '', measure = '', concept = ''] = row.split('|');
    return { english, plural, chinese: chinese.split(','), measure, concept };
  });
