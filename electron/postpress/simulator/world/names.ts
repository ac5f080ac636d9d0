import type { Country } from './phones.ts'

/** Where names come from. Non-Latin names carry their Latin form after a slash: slugs and handles are made from it. */
export interface Culture {
  name: string
  weight: number
  countries: readonly Country[]
  cities: readonly string[]
  first: readonly string[]
  last: readonly string[]
  /** Family name first and no space between the names (Chinese, Japanese, Korean). */
  familyFirst?: boolean
}

const words = (text: string): readonly string[] => text.trim().split(/\s+/)

export const CULTURES: readonly Culture[] = [
  {
    name: 'english',
    weight: 22,
    countries: ['GB', 'US'],
    cities: ['London', 'Manchester', 'New York', 'Boston', 'Seattle', 'Edinburgh'],
    first: words(
      'Olivia Emma Charlotte Amelia Grace Harriet Imogen Naomi Ruth Zoe Oliver Jack Theo Marcus Dominic Elliot Samuel Nathan Hugh Simon Rachel Deborah Kwame Priscilla Siobhan',
    ),
    last: words(
      "Whitfield Carter Bennett Okafor Hughes Sinclair Marlowe Ashworth Brennan O'Connor Fletcher Gallagher Harding Lowell Mercer Nwosu Pemberton Quigley Rowe Stafford Thornton Underwood Vaughan Winslow Yates",
    ),
  },
  {
    name: 'french',
    weight: 15,
    countries: ['FR'],
    cities: ['Paris', 'Lyon', 'Nantes', 'Bordeaux', 'Lille', 'Montpellier'],
    first: words(
      'Chloé Zoé Inès Hélène Aurélie Mélanie Noémie Léa Camille Margaux François Jérôme Rémi Loïc Gaël Benoît Étienne Thibault Raphaël Mathéo Anaïs Solène Océane Joël Cédric',
    ),
    last: words(
      'Lefèvre Dubois Moreau Béranger Gauthier Rousseau Fournier Mercier Chevalier Delacroix Perrin Clément Morvan Le-Goff Marchand Lemaître Charpentier Vasseur Renaud Guérin Bonnet Colin Aubert Faure Bréhat',
    ),
  },
  {
    name: 'german',
    weight: 9,
    countries: ['DE'],
    cities: ['Berlin', 'München', 'Hamburg', 'Köln', 'Leipzig'],
    first: words(
      'Jürgen Käthe Sören Björn Günther Lukas Felix Johanna Annika Friederike Matthias Heike Ulrike Jannik Leonie',
    ),
    last: words(
      'Müller Schäfer Weiß Vogel Krüger Hoffmann Schröder Böhm Lindner Kaiser Groß Fuchs Brandt Jäger Winkler Köhler',
    ),
  },
  {
    name: 'spanish',
    weight: 10,
    countries: ['ES', 'MX'],
    cities: ['Madrid', 'Barcelona', 'Sevilla', 'Ciudad de México', 'Valencia'],
    first: words(
      'Lucía Sofía José Andrés Nuria Íñigo Ramón Belén Martín Joaquín Pilar Álvaro Adrián Raúl Mónica Verónica',
    ),
    last: words(
      'García Muñoz Peña Ibáñez Núñez Vázquez Ortega Domínguez Cortés Iglesias Serrano Castaño Rubio Zúñiga Salinas Güell',
    ),
  },
  {
    name: 'portuguese',
    weight: 5,
    countries: ['BR'],
    cities: ['São Paulo', 'Rio de Janeiro', 'Belo Horizonte'],
    first: words('João Luíza Antônio Conceição Thaís Vinícius Beatriz Rafael Letícia Caio Débora Otávio'),
    last: words('Gonçalves Araújo Magalhães Conceição Simões Falcão Brandão Leitão Antunes Teixeira Assunção Pacheco'),
  },
  {
    name: 'italian',
    weight: 5,
    countries: ['IT'],
    cities: ['Milano', 'Roma', 'Torino', 'Bologna'],
    first: words('Niccolò Giulia Chiara Alessandro Federica Matteo Ludovica Enzo Beatrice Davide Ginevra Renzo'),
    last: words("D'Angelo Ferrari Conti Bianchi Marchetti Pellegrini Sanna Fabbri Moretti Caputo Rinaldi Cardinalò"),
  },
  {
    name: 'polish',
    weight: 5,
    countries: ['PL', 'CZ'],
    cities: ['Kraków', 'Warszawa', 'Wrocław', 'Praha', 'Brno'],
    first: words('Łukasz Małgorzata Wojciech Zofia Jiří Ondřej Tereza Kateřina Bożena Grażyna Tomasz Vojtěch'),
    last: words('Wójcik Kowalczyk Łuczak Mazur Nowak Pająk Gołąb Bąk Krejčí Petrů Martinů Janů'),
  },
  {
    name: 'nordic',
    weight: 5,
    countries: ['SE'],
    cities: ['Stockholm', 'Göteborg', 'Malmö'],
    first: words('Åsa Göran Linnéa Søren Øyvind Maja Elin Håkan Ingrid Nils Saga Torbjörn'),
    last: words('Sjöberg Åkesson Lindström Ødegård Nyström Björklund Holm Søndergaard Wallin Ekström Hägg Norén'),
  },
  {
    name: 'turkish',
    weight: 4,
    countries: ['TR'],
    cities: ['İstanbul', 'Ankara', 'İzmir'],
    first: words('Çağla Işıl Ömer Gökçe Şebnem Yiğit Tuğba İbrahim Ayşe Kıvanç'),
    last: words('Yılmaz Öztürk Şahin Çelik Güneş Kılıç Aydın Doğan Yıldırım Koçak'),
  },
  {
    name: 'vietnamese',
    weight: 2,
    countries: ['VN'],
    cities: ['Hà Nội', 'Đà Nẵng'],
    first: words('Nguyệt Đức Thảo Hương Phương Tuấn Linh'),
    last: words('Nguyễn Trần Phạm Đặng Bùi Hoàng Lê'),
  },
  {
    name: 'russian',
    weight: 3,
    countries: ['RU'],
    cities: ['Москва', 'Казань'],
    first: words('Анна/Anna Дмитрий/Dmitry Екатерина/Ekaterina Павел/Pavel Юлия/Yulia Сергей/Sergey Наталья/Natalia'),
    last: words(
      'Шевченко/Shevchenko Коваленко/Kovalenko Мельник/Melnik Гончарук/Goncharuk Черных/Chernykh Бондаренко/Bondarenko',
    ),
  },
  {
    name: 'greek',
    weight: 2,
    countries: ['GR'],
    cities: ['Αθήνα', 'Θεσσαλονίκη'],
    first: words('Ελένη/Eleni Γιώργος/Giorgos Κατερίνα/Katerina Νίκος/Nikos Σοφία/Sofia'),
    last: words('Γεωργίου/Georgiou Ιωάννου/Ioannou Νικολάου/Nikolaou Δημητρίου/Dimitriou'),
  },
  {
    name: 'arabic',
    weight: 5,
    countries: ['AE', 'EG'],
    cities: ['دبي', 'القاهرة', 'Abu Dhabi'],
    first: words(
      'فاطمة/Fatima يوسف/Youssef ليلى/Layla عمر/Omar نور/Nour خالد/Khaled مريم/Mariam حسن/Hassan سلمى/Salma',
    ),
    last: words(
      'المنصوري/Almansoori حداد/Haddad النجار/Elnaggar سليمان/Soliman الشامي/Elshamy فاروق/Farouk عبدالله/Abdallah',
    ),
  },
  {
    name: 'hindi',
    weight: 3,
    countries: ['IN'],
    cities: ['मुंबई', 'Bengaluru', 'Pune'],
    first: words('प्रिया/Priya अर्जुन/Arjun अनन्या/Ananya रोहन/Rohan कविता/Kavita विक्रम/Vikram'),
    last: words('शर्मा/Sharma अय्यर/Iyer चौहान/Chauhan मेहता/Mehta राव/Rao भट्ट/Bhatt'),
  },
  {
    name: 'chinese',
    weight: 4,
    countries: ['CN'],
    cities: ['上海', '北京', '深圳'],
    first: words('娜/Na 伟/Wei 秀英/Xiuying 敏/Min 静怡/Jingyi 浩然/Haoran 子轩/Zixuan 雨桐/Yutong 建国/Jianguo'),
    last: words('李/Li 王/Wang 张/Zhang 陈/Chen 刘/Liu 欧阳/Ouyang 赵/Zhao 周/Zhou'),
    familyFirst: true,
  },
  {
    name: 'japanese',
    weight: 4,
    countries: ['JP'],
    cities: ['東京', '大阪'],
    first: words('さくら/Sakura 健太/Kenta 美咲/Misaki 翔/Sho 陽子/Yoko 大輔/Daisuke 愛/Ai'),
    last: words('佐藤/Sato 鈴木/Suzuki 高橋/Takahashi 渡辺/Watanabe 小林/Kobayashi 中村/Nakamura 山本/Yamamoto'),
    familyFirst: true,
  },
  {
    name: 'korean',
    weight: 3,
    countries: ['KR'],
    cities: ['서울', '부산'],
    first: words('민준/Minjun 서연/Seoyeon 지우/Jiwoo 하은/Haeun 도윤/Doyun 수빈/Subin'),
    last: words('김/Kim 이/Lee 박/Park 최/Choi 정/Jung 강/Kang'),
    familyFirst: true,
  },
]
