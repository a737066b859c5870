//- What Python raises, as JavaScript sees it. `@classes` are the module's.
class PythonError extends Error {
  traceback = [];
}
@classes
const $errors = { @errors };
for (const name in $errors) $errors[name].prototype.name = name;
const $raise = (type, message, more) => {
  throw Object.assign(new $errors[type](message), more);
};
