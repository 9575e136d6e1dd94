/** What an option, or an entry of a code list, is called that only holds a place until somebody says what it is. */
export const unwritten = { entry: '新的一项', options: ['选项1', '选项2'] }
