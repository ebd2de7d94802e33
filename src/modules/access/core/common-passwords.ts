/** Of the passwords that head every published list of leaks, those of ten characters and more, in lower case. */
export const COMMON: ReadonlySet<string> = new Set(
  `1234567890 0123456789 0987654321 9876543210 12345678910 123456789a 123456789q a123456789 q123456789 1234567891
  1234567899 12345678901 123456789012 1234554321 1029384756 123456789123 9876543211 1234512345 1231231231 123123123123
  1a2b3c4d5e 1q2w3e4r5t 1q2w3e4r5t6y 1qaz2wsx3edc q1w2e3r4t5 q1w2e3r4t5y6 qwertyuiop qwertyuiop1 qwertyuiop123
  qwerty1234 qwerty12345 qwerty123456 qwerty123456789 1234567qwerty 123456qwerty asdfghjkl1 asdfghjkl; asdfghjkl123
  zxcvbnm123 zxcvbnm1234 qazwsxedcrfv qazwsxedc1 qazwsx1234 1qazxsw23edc zaq12wsxcde3 abcdefghij abcdefghijk
  abcdefg123 abcdefg1234 abcdef12345 abc1234567 abc123456789 abcd123456 abcd1234567 aa12345678 aa123456789 a1b2c3d4e5
  password01 password10 password11 password12 password123 password1234 password12345 password123456 passwordpassword
  password.123 password@123 password123! p@ssw0rd123 p@ssword123 passw0rd123 mypassword mypassword1 newpassword
  newpassword1 thepassword changeme123 changemenow letmein123 letmein1234 letmeinnow welcome123 welcome1234 welcome12345
  administrator admin12345 admin123456 administrador iloveyou12 iloveyou123 iloveyou1234 iloveyouforever iloveyousomuch
  sunshine123 princess123 princess12 football123 baseball123 basketball superman123 batman12345 liverpool1 liverpool123
  manchester chelsea123 arsenal123 barcelona1 realmadrid charlie123 michael123 jennifer12 jessica123 computer123
  internet123 microsoft1 trustno1trustno1 dragon1234 monkey1234 master1234 shadow1234 freedom123 whatever123 starwars123
  pokemon123 minecraft1 minecraft123 test123456 testtest123 testing123 temporary1 unknown123 correcthorsebatterystaple
  contraseña contrasena contraseña1 contrasena1 contraseña123 contrasena123 micontraseña holahola123 hola123456
  hola12345678 teamomucho tequiero123 teamo12345 teamo123456 estrella123 mariposa123 america123 guadalupe1 colombia123
  argentina1 argentina123 venezuela1 venezuela123 solidarity solidarity1 solidarity123 solidaridad solidaridad1
  revolution revolution1 revolution1917 revolucion revolucion1 democratic workersunite proletariat tenantsunion`.split(
    /\s+/,
  ),
)
