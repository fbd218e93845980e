//! Signing in.

pub const TITLE: &str = "Iniciar sesión";
pub const NAME: &str = "Correo o nombre de usuario";
pub const PASSWORD: &str = "Contraseña";
pub const SIGN_IN: &str = "Iniciar sesión";
pub const REGISTER: &str = "¿Aún no tiene cuenta? Regístrese";
pub const SIGNED_OUT: &str = "Ha cerrado la sesión.";
pub const WAITS: &str =
    "Está registrado. Alguien de la administración debe aprobar su cuenta antes de que pueda entrar.";
pub const REGISTERED: &str = "Ya tiene su cuenta. Inicie sesión con su dirección de correo y su contraseña.";

pub const CHOOSE_PASSWORD: &str = "Elegir una contraseña nueva";
pub const CHOOSE_PASSWORD_WHY: &str =
    "Su contraseña se la dio otra persona. Para continuar, elija una que solo usted conozca.";
pub const NEW_PASSWORD: &str = "Contraseña nueva";
pub const PASSWORD_HINT: &str =
    "Al menos 8 caracteres, y ninguna de las habituales. Cuatro palabras sin relación van bien.";
pub const SAVE_PASSWORD: &str = "Guardar y continuar";

pub const SET_UP: &str = "Configurar Rollcall";
pub const SET_UP_WHY: &str =
    "Usted es la primera persona aquí. Dé nombre a su organización y cree la cuenta de su propietario.";
pub const SET_UP_TOKEN: &str = "Código de configuración, de la consola del servidor";
pub const ORGANIZATION: &str = "Organización";
pub const FIRST_NAME: &str = "Nombre";
pub const LAST_NAME: &str = "Apellidos";
pub const EMAIL: &str = "Correo";
pub const CREATE_OWNER: &str = "Crear el propietario";
