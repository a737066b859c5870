//- What Python raises, as JavaScript sees it. `@classes` are the module's; their names are getters, which neither
//- minifiers nor frozen globals hurt.
class PythonError extends Error {
  traceback = [];
}
@classes
const $errors = { @errors };
const $raise = (type, message, more) => {
  throw Object.assign(new $errors[type](message), more);
};
