/**
 * What guessed passwords are made of: the words that lead every list of leaked passwords, in English and as pinyin,
 * with the numbers that Chinese users add. Read as a list of parts, since long passwords are mostly two of these and a
 * year.
 */
const WORDS = `
password passw0rd pass passwd passphrase admin administrator root user login welcome letmein access master changeme
default guest test testing temp temporary secret secure security private system manager office company service server
database computer internet network website email mail google facebook twitter apple microsoft windows linux android
samsung iphone huawei xiaomi tencent alibaba alipay taobao wechat weixin baidu qq
love loveyou iloveyou ilove forever always happy lucky smile friend friends family mother father brother sister baby
babygirl princess prince angel sweet honey sugar cookie chocolate butterfly flower rainbow sunshine summer winter
spring autumn monday friday january february march april june july august september october november december
monkey dragon tiger lion eagle wolf bear shadow ninja superman batman spiderman starwars pokemon naruto matrix killer
hunter soldier warrior freedom liberty america china england london paris shanghai beijing liverpool chelsea arsenal
manchester united barcelona juventus realmadrid football basketball baseball hockey soccer tennis
michael jordan jessica jennifer daniel charlie thomas robert george william andrew joshua matthew nicole ashley
qwerty qwertyuiop asdf asdfgh asdfghjkl zxcvbn zxcvbnm qazwsx qazwsxedc trustno whatever nothing unbelievable
correct horse battery staple the quick brown fox hello world goodbye
woaini woaiwo woaijia aini woai baobao baobei laopo laogong laoma mama baba gege jiejie didi meimei
zhongguo beijing shanghai guangzhou shenzhen tianjin dalian shenyang yingkou liaoning nihao mima denglu guanliyuan
gongsi zhengquan gupiao baogao kechixu wangluo diannao xiexie zaijian kuaile xingfu pingan facai jixiang ruyi
woaibeijing tiananmen aiqing qinai
1314520 5201314 520 521 1314 7758521 7758258 147258369 159357 147852 123 321 666 888 168 110 119 007
一二三四五六 密码 管理员 我爱你 你好 中国 公司 证券 证券部 报告 可持续发展 平安 幸福 快乐 发财
`;

/** In lower case, three characters and longer but for Chinese. */
export const COMMON_PARTS: readonly string[] = WORDS.split(/\s+/).filter(Boolean);

/** Rows and columns of the keyboard; a stretch of four keys in either direction is one part. */
export const KEYBOARD_WAYS: readonly string[] = [
  "1234567890-=",
  "qwertyuiop[]",
  "asdfghjkl;'",
  "zxcvbnm,./",
  "!@#$%^&*()_+",
  "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/",
  "1q2w3e4r5t6y7u8i9o0p",
  "q1w2e3r4t5y6u7i8o9p0",
  "qazwsxedcrfvtgbyhnujmikolp",
  "1a2s3d4f5g6h7j8k9l",
  "a1s2d3f4g5h6j7k8l9",
  "aqswdefrgthyjukilo",
];
