import type { ReportData, ReportStory } from './model.ts'
import { sampleData } from './sample-data.ts'
import type { Sample } from './sample-data.ts'

/** A story as a person could write it in each script: a title, a paragraph, an employer. */
export const scriptTexts = {
  hebrew: {
    title: 'העברת התשלומים מהמונולית (ללא הקפאה) ב-2025',
    text: 'הקופה רצה בתהליך אחד עם ארבעים שירותים אחרים, וכל שחרור עצר את כולם. כתבתי מה עלה כל שחרור בשנה האחרונה (כ-120 שעות) והצעתי להעביר נתיב אחד בשבוע מאחורי feature flag, ולעצור כל פעם ש-error budget נגמר. העברנו 19 נתיבים בחמישה חודשים.',
    employer: 'חברת הצפון',
  },
  arabic: {
    title: 'نقل الدفع من النظام القديم (دون تجميد) عام ٢٠٢٥',
    text: 'كان نظام الدفع يعمل في عملية واحدة مع أربعين خدمة أخرى، وكان كل إصدار يوقفها جميعًا. كتبتُ كم كلّف كل إصدار في السنة الأخيرة (نحو 120 ساعة) واقترحت أن ننقل مسارًا واحدًا كل أسبوع خلف feature flag وأن نتوقف كلما نفدت ميزانية الأخطاء. نقلنا 19 مسارًا في خمسة أشهر وتوقفنا مرتين. لا إله إلا الله.',
    employer: 'شركة الشمال',
  },
  chinese: {
    title: '把结账服务从单体中迁出，全程没有冻结发布',
    text: '结账服务与其他四十个模块运行在同一个进程里，每次发布都会让所有服务停下来。我整理了过去一年每次发布的代价，并把最严重的三次拿给总监看。其中两位希望冻结六个月。我建议每周把一条路由放到开关后面迁移，只要错误预算用完就停下来。五个月里我们迁移了19条路由，停了两次。',
    employer: '北风贸易',
  },
  japanese: {
    title: '決済をモノリスから切り出した話「リリースを止めずに」',
    text: '決済は他の四十の機能と同じプロセスで動いており、リリースのたびにすべてが止まりました。私は過去一年の各リリースのコストを書き出し、最も大きな三件を部長に見せました。二人は六か月の凍結を望みましたが、私は週に一つずつ経路をスイッチの後ろへ移し、エラーバジェットを使い切ったら止めることを提案しました。',
    employer: '北風商事',
  },
  korean: {
    title: '릴리스를 멈추지 않고 결제를 모놀리스에서 옮긴 이야기',
    text: '결제는 다른 마흔 가지 기능과 한 프로세스에서 돌아가고 있었고, 릴리스할 때마다 모두 멈췄습니다. 저는 지난 한 해 동안 릴리스마다 든 비용을 적어 가장 큰 세 건을 임원들에게 보여 주었습니다. 매주 경로 하나씩 스위치 뒤로 옮기고, 오류 예산이 다하면 멈추자고 제안했습니다.',
    employer: '북풍상사',
  },
  cyrillic: {
    title: 'Вынесли оплату из монолита без заморозки релизов',
    text: 'Оплата работала в одном процессе с сорока другими сервисами, и каждый релиз останавливал их все. Я записал, во что обошёлся каждый релиз за последний год, и показал директорам три худших. Мы перенесли девятнадцать маршрутов за пять месяцев.',
    employer: 'Северный ветер',
  },
  greek: {
    title: 'Βγάλαμε τις πληρωμές από τον μονόλιθο χωρίς πάγωμα',
    text: 'Οι πληρωμές έτρεχαν στην ίδια διεργασία με σαράντα άλλες υπηρεσίες, και κάθε έκδοση τις σταματούσε όλες. Μεταφέραμε δεκαεννέα διαδρομές σε πέντε μήνες και σταματήσαμε δύο φορές.',
    employer: 'Βόρειος Άνεμος',
  },
  thai: {
    title: 'ย้ายระบบชำระเงินออกจากระบบเดิมโดยไม่หยุดการปล่อยรุ่น',
    text: 'ระบบชำระเงินทำงานอยู่ในกระบวนการเดียวกับบริการอื่นอีกสี่สิบบริการ และทุกครั้งที่ปล่อยรุ่นใหม่ทุกอย่างก็หยุดลง ฉันเขียนต้นทุนของการปล่อยรุ่นแต่ละครั้งในปีที่ผ่านมาและเสนอให้ย้ายทีละเส้นทางทุกสัปดาห์',
    employer: 'ลมเหนือ',
  },
  devanagari: {
    title: 'भुगतान सेवा को बिना रुके अलग किया',
    text: 'भुगतान सेवा चालीस अन्य सेवाओं के साथ एक ही प्रक्रिया में चलती थी, और हर रिलीज़ सबको रोक देती थी। हमने पाँच महीनों में उन्नीस मार्ग स्थानांतरित किए।',
    employer: 'उत्तरी पवन',
  },
  emoji: {
    title: 'Shipped it 🎉 with 👩‍💻👨🏽‍🚀 in 🇩🇪 and 🏴󠁧󠁢󠁥󠁮󠁧󠁿 1️⃣ ❤️',
    text: 'Rolled out 🚀 to 🇯🇵 and 🇧🇷, then 🔥 at 3 am; fixed by 👨‍👩‍👧‍👦 of four ✅. Армения: Հայաստան, საქართველო.',
    employer: 'Party 🎈 Ltd',
  },
} as const
export type ScriptName = keyof typeof scriptTexts
export const scriptNames = Object.keys(scriptTexts) as readonly ScriptName[]

/** A report with a story in each script, and with all of them in its practice log. */
export function scriptsData(sample: Sample = {}): ReportData {
  const data = sampleData({ stories: scriptNames.length, sessions: 24, ...sample })
  const stories = data.stories.map((each, index): ReportStory => {
    const { title, text, employer } = scriptTexts[scriptNames[index] ?? 'emoji']
    const parts = { ...each.story.parts, situation: text, task: `Task (${title}): ${text}` }
    return { ...each, story: { ...each.story, title, employer, parts } }
  })
  const sessions = data.sessions.map((session, index) => ({
    ...session,
    note: scriptTexts[scriptNames[index % scriptNames.length] ?? 'emoji'].text,
  }))
  const retitled = <T extends Readonly<{ id: string; title: string }>>(story: T): T => ({
    ...story,
    title: stories.find((each) => each.story.id === story.id)?.story.title ?? story.title,
  })
  const due = {
    ...data.due,
    stories: data.due.stories.map((each) => ({ ...each, story: retitled(each.story) })),
  }
  return { ...data, stories, sessions, due }
}
