/** First and last names that go together. People are made by joining one of each; any likeness is chance. */
export interface NamePool {
  readonly weight: number
  readonly given: readonly [string, ...string[]]
  readonly family: readonly [string, ...string[]]
}

const words = (text: string): [string, ...string[]] => {
  const [first = '', ...rest] = text.split(' ')
  return [first, ...rest]
}

/** A port city: many came from elsewhere, some of them four generations ago. */
export const NAME_POOLS: readonly [NamePool, ...NamePool[]] = [
  {
    weight: 26,
    given: words(
      'Alice Barnaby Cora Desmond Edie Frances Gideon Hattie Ivor Josie Keir Lottie Maud Nell Oswin Percy Rhona Stella Ted Una Vernon Winnie',
    ),
    family: words(
      'Ashdown Birkett Coldwell Dunmore Eastlake Fairley Gathercole Hobday Ingleby Jessop Kettlewell Lorimer Mossop Netherby Openshaw Pickersgill Rigby Sowerby Tolley Wetherell',
    ),
  },
  {
    weight: 22,
    given: words(
      'Abril Benicio Camila Darío Elvira Facundo Graciela Hernán Itzel Joaquina Lisandro Maritza Nahuel Otilia Ramiro Socorro Ulises Ximena Yolanda Zenón',
    ),
    family: words(
      'Aguirre Balmaceda Cisneros Durán Escalante Figueroa Guaraná Huamán Iturbe Lizárraga Mamani Noriega Olmedo Paredes Quintanilla Rentería Saavedra Tapia Urquiza Villagra',
    ),
  },
  {
    weight: 16,
    given: words(
      'Abena Bola Chike Dayo Efua Folake Gifty Ifeoma Kofi Kwame Lindiwe Mamadou Nnenna Ousmane Thandi Uche Wanjiru Yaw Zanele',
    ),
    family: words(
      'Adeyemi Boateng Chukwu Dlamini Eze Fofana Gyamfi Igwe Jallow Kamau Mbeki Ndlovu Ofori Quaye Sarr Traore Umeh Wambui Yeboah',
    ),
  },
  {
    weight: 12,
    given: words(
      'Anjali Bhavna Chandran Deepa Farhana Gopal Harpreet Imran Jaspreet Kavita Lakshmi Mehreen Naveed Rashid Shirin Tariq Usha Vikram Zainab',
    ),
    family: words(
      'Ahmed Bhatti Chaudhry Dhillon Farooqi Gill Hussain Iqbal Joshi Kaur Mahmood Nair Patil Qureshi Rahman Sandhu Thapa Varma',
    ),
  },
  {
    weight: 9,
    given: words(
      'Baolin Chunhua Daiyu Hoang Jia Kenji Linh Mai Minh Ngoc Quynh Reiko Sora Thanh Tuan Weimin Xiaoyan Yifan',
    ),
    family: words(
      'Bui Chow Dang Fujimoto Huang Inoue Kwan Le Luo Nakajima Oyama Quach Sato Tran Vu Xu Yip Zhou',
    ),
  },
  {
    weight: 9,
    given: words(
      'Agnieszka Bogdan Danuta Emil Halina Ivana Jarek Katya Ludmila Milos Nadia Ondrej Petra Radka Stanko Tereza Vesna Zora',
    ),
    family: words(
      'Adamczyk Bielak Cernak Dudek Horvat Ivankov Jelinek Kowalik Lesko Marek Nowicki Petrenko Ruzicka Sobol Tkachuk Vrba Zelenko',
    ),
  },
  {
    weight: 6,
    given: words(
      'Amal Basim Dalal Ghada Hisham Iman Jamila Karim Layla Munir Nizar Rania Samir Tahani Walid Yusra',
    ),
    family: words(
      'Aboud Barakat Chahine Darwish Ghanem Hamdan Issa Jaber Khoury Mansour Nassar Rahal Saleh Tawil Zidan',
    ),
  },
]
