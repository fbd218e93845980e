//! What rules say when they say no.

use super::acts::left_out;
use super::imports::field;
use super::problems::{broken, denied, not_valid, weak_password};
use crate::refusals::rule_of;
use crate::text::number;
use domain::courses::{CourseRefused, LearnRefused};
use domain::groups::GroupRefused;
use domain::imports::{Code, ColumnWarning, Field, FileKind, FileRefused, ImportRefused, Problem};
use domain::invitations::InviteRefused;
use domain::licenses::{LicenseRefused, SeatStays, SeatsRefused};
use domain::login_links::LoginLinkRefused;
use domain::messages::ResendRefused;
use domain::programs::{self, ProgramRefused};
use domain::support::SupportRefused;
use domain::tokens::{MOST, TokenRefused};
use domain::users::{ActRefused, CreateRefused, EditRefused, PasswordRefused, Rule, VIEWS_MOST, ViewRefused};

pub const FORM: &str = "el formulario tiene errores: corrija los campos indicados";
const NOT_ACTIVE: &str =
    "esta cuenta no está activa y nadie puede entrar con ella: apruébela o reactívela primero";
const DATE_PAST: &str = "ese día ha pasado: elija uno a partir de mañana";
const LICENSE_OVER: &str = "la licencia ha terminado o está archivada: elija otra";

fn count(n: i64) -> String {
    number(n.unsigned_abs())
}

fn gone(what: &str) -> String {
    let thing = match what {
        "group" => "ese grupo",
        "location" => "esa sede",
        "department" => "ese departamento",
        "label" => "esa etiqueta",
        "license" => "esa licencia",
        "program" => "ese programa",
        "course" => "ese curso",
        _ => "eso",
    };
    format!("{thing} ya no existe: elija de nuevo")
}

pub fn act(refused: &ActRefused) -> String {
    match refused {
        ActRefused::Nobody => "no es posible con ninguno de ellos".to_owned(),
        ActRefused::Left(why) => left_out(*why).to_owned(),
        ActRefused::CapReached { free, wanted } => format!(
            "hay sitio para {} usuarios activos más y se necesitan {}: archive a otros, o pida ampliar el límite",
            count(*free),
            count(*wanted)
        ),
        ActRefused::Changed { confirmed, would } => format!(
            "ahora serían {} usuarios, no los {} que confirmó: mire de nuevo",
            number(*would),
            number(*confirmed)
        ),
        ActRefused::Gone(what) => gone(what),
        ActRefused::Nothing => "elija al menos uno".to_owned(),
        ActRefused::DatePast => DATE_PAST.to_owned(),
        ActRefused::NotUndoable => "esto ya no se puede deshacer".to_owned(),
        ActRefused::DueDatePast => "el plazo ya pasó: elija hoy o más tarde".to_owned(),
        ActRefused::SeatsShort { short } => format!(
            "faltan {} plazas: retire algunas, o aumente su número",
            count(*short)
        ),
        ActRefused::LicenseOver => LICENSE_OVER.to_owned(),
        ActRefused::NotOfLicense => "la licencia ya no cubre un curso elegido: elija de nuevo".to_owned(),
    }
}

pub fn create(refused: &CreateRefused) -> String {
    match refused {
        CreateRefused::EmailTaken => "ya hay alguien con este correo".to_owned(),
        CreateRefused::UsernameTaken => "este nombre de usuario está ocupado".to_owned(),
        CreateRefused::ExternalIdTaken => "ya hay alguien con este identificador externo".to_owned(),
        CreateRefused::NoIdentity => "sin correo hace falta un nombre de usuario".to_owned(),
        CreateRefused::Password(weak) => weak_password(weak),
        CreateRefused::CapReached { cap } => format!(
            "las {} plazas de usuario están ocupadas: archive a alguien, o pida ampliar el límite",
            count(*cap)
        ),
        CreateRefused::NoSeat { .. } => {
            "la licencia no tiene plazas libres: retire una, o elija otra licencia".to_owned()
        }
        CreateRefused::LicenseOver => LICENSE_OVER.to_owned(),
        CreateRefused::Gone(what) => gone(what),
        CreateRefused::DeletionDatePast => DATE_PAST.to_owned(),
    }
}

pub fn choice(refused: &PasswordRefused) -> String {
    match refused {
        PasswordRefused::EmailedWithoutChange => {
            "una contraseña solo se envía si hay que cambiarla en el primer acceso"
        }
        PasswordRefused::TypedIsNotEmailed => {
            "una contraseña escrita nunca se envía: genere una, o entréguela usted"
        }
        PasswordRefused::NothingToChange => {
            "no hay contraseña que cambiar: escriba una, o genere y envíe una"
        }
        PasswordRefused::NoAddress => "sin correo no se puede enviar nada: escriba una contraseña",
    }
    .to_owned()
}

pub fn edit(refused: &EditRefused) -> String {
    match refused {
        EditRefused::Fields(_) => FORM.to_owned(),
        EditRefused::Changed(_) => {
            "alguien ha cambiado este usuario mientras tanto: vea qué es distinto".to_owned()
        }
        EditRefused::Gone(what) => gone(what),
        EditRefused::NoEmail => "este usuario no tiene correo".to_owned(),
        EditRefused::NotActive => NOT_ACTIVE.to_owned(),
        EditRefused::WouldBeLockedOut => {
            "sin correo hace falta antes una contraseña, o nadie podrá entrar".to_owned()
        }
    }
}

pub fn license(refused: &LicenseRefused) -> String {
    match refused {
        LicenseRefused::Fields(_) => FORM.to_owned(),
        LicenseRefused::ReferenceTaken => "otra licencia tiene esta referencia: elija otra".to_owned(),
        LicenseRefused::BelowUsed { used } => format!(
            "{0} plazas están dadas o reservadas: retire algunas antes, o conserve al menos {0}",
            count(*used)
        ),
        LicenseRefused::CourseGone => gone("course"),
        LicenseRefused::ChangedMeanwhile => {
            "alguien ha cambiado esta licencia mientras tanto: recargue la página".to_owned()
        }
    }
}

pub fn seats(refused: &SeatsRefused) -> String {
    match refused {
        SeatsRefused::Short { short, idle } => format!(
            "faltan {} plazas; {} no se empezaron nunca y podrían retirarse",
            count(*short),
            count(idle.count)
        ),
        SeatsRefused::Over => LICENSE_OVER.to_owned(),
        SeatsRefused::Stay(SeatStays::Started) => {
            "la plaza está empezada y sigue usada: la licencia es estándar".to_owned()
        }
        SeatsRefused::Stay(SeatStays::AlreadyReturned) => "la plaza ya está devuelta".to_owned(),
        SeatsRefused::Nobody => "alguien fue más rápido: ninguna se puede mover ya".to_owned(),
        SeatsRefused::Courses => {
            "la licencia ya no cubre un curso elegido: elija de nuevo los cursos".to_owned()
        }
    }
}

pub fn login_link(refused: &LoginLinkRefused) -> String {
    match refused {
        LoginLinkRefused::NoReason => "dé el motivo, en 500 caracteres como mucho: queda en el historial",
        LoginLinkRefused::NotActive => NOT_ACTIVE,
    }
    .to_owned()
}

pub fn support(refused: &SupportRefused) -> String {
    match refused {
        SupportRefused::NotActive => NOT_ACTIVE,
        SupportRefused::NoEmail => {
            "esta cuenta no tiene correo: cree un enlace de acceso, o añada una dirección"
        }
    }
    .to_owned()
}

pub fn resend(refused: &ResendRefused) -> String {
    match refused {
        ResendRefused::Queued => "este mensaje aún espera su envío",
        ResendRefused::Moot(_) => "este mensaje ya no hace falta",
        ResendRefused::NotKept => "solo un mensaje guardado aquí muestra su enlace: este salió por correo",
        ResendRefused::NoSecret => "este mensaje no lleva enlace",
        ResendRefused::NoAddress => "su cuenta no tiene correo para un mensaje de prueba",
    }
    .to_owned()
}

pub fn invite(refused: &InviteRefused) -> String {
    match refused {
        InviteRefused::Nobody => "dé al menos un correo".to_owned(),
        InviteRefused::TooMany(most) => {
            format!("como mucho {} personas a la vez", number(*most as u64))
        }
        InviteRefused::NoSeats { short } => format!(
            "a la licencia le faltan {} plazas libres: retire algunas, o invite a menos personas",
            count(*short)
        ),
        InviteRefused::LicenseOver => LICENSE_OVER.to_owned(),
        InviteRefused::Gone(what) => gone(what),
        InviteRefused::DeletionDatePast => DATE_PAST.to_owned(),
        InviteRefused::Accepted => "esta invitación se aceptó: la cuenta ya existe".to_owned(),
        InviteRefused::HasAccount(email) => format!("{email} ya tiene una cuenta"),
        InviteRefused::InvitedByOthers(email) => {
            format!("{email} tiene una invitación abierta que no es suya; pregunte a la administración")
        }
        InviteRefused::NotYours(why) => denied(why),
    }
}

pub fn course(refused: &CourseRefused) -> String {
    match refused {
        CourseRefused::Fields(_) => FORM,
        CourseRefused::ReferenceTaken => "otro curso tiene ya esta referencia",
        CourseRefused::ChangedMeanwhile => "alguien ha cambiado este curso entretanto: recargue la página",
    }
    .to_owned()
}

pub fn learn(refused: &LearnRefused) -> String {
    match refused {
        LearnRefused::Closed => "este curso no se puede abrir hoy",
        LearnRefused::NotBegun => "empiece primero el curso",
        LearnRefused::Changed => "el curso ha cambiado: recargue la página",
        LearnRefused::NoContest => "este curso no tiene concurso",
        LearnRefused::Empty => "escriba algo, o elija un archivo",
        LearnRefused::TooLarge => "el archivo supera los 10 MB",
        LearnRefused::TooMany => "ya ha entregado 20 cosas",
    }
    .to_owned()
}

pub fn import(refused: &ImportRefused) -> String {
    match refused {
        ImportRefused::File(refused) => file(refused),
        ImportRefused::Settings(problems) => problems.iter().map(row).collect::<Vec<_>>().join("; "),
        ImportRefused::TypeTheCount(count) => {
            format!("esto afecta a {count} usuarios, más de un décimo: escriba {count}")
        }
        ImportRefused::AlreadyConfirmed => "esta importación ya está confirmada".to_owned(),
    }
}

pub fn token(refused: &TokenRefused) -> String {
    match refused {
        TokenRefused::Name(_) => "un nombre tiene de 1 a 100 caracteres".to_owned(),
        TokenRefused::NoScope => "elija qué puede hacer el token".to_owned(),
        TokenRefused::TooMany => format!("ya hay {MOST} tokens: revoque uno antes"),
    }
}

pub fn group(refused: &GroupRefused) -> String {
    match refused {
        GroupRefused::Name(value) => not_valid(value),
        GroupRefused::NameTaken => "otro grupo se llama así: elija otro nombre".to_owned(),
    }
}

pub fn view(refused: &ViewRefused) -> String {
    match refused {
        ViewRefused::Name(value) => not_valid(value),
        ViewRefused::NameTaken => {
            "ya tiene una vista con este nombre: elija otro, o haga que aquella muestre esta lista".to_owned()
        }
        ViewRefused::TooMany => format!("ya tiene {VIEWS_MOST} vistas: elimine una primero"),
        ViewRefused::TooLong => {
            "esta lista tiene demasiados filtros para guardarla: quite algunos".to_owned()
        }
    }
}

pub fn program(refused: &ProgramRefused) -> String {
    match refused {
        ProgramRefused::Value(value) => not_valid(value),
        ProgramRefused::TooMany => format!("ya hay {} programas", programs::MOST),
        ProgramRefused::Gone(what) => gone(what),
        ProgramRefused::Nobody => "nadie activo tiene este correo o nombre de usuario".to_owned(),
    }
}

pub fn file(refused: &FileRefused) -> String {
    match refused {
        FileRefused::Empty => "el archivo está vacío".to_owned(),
        FileRefused::HeadersOnly => {
            "el archivo solo tiene cabeceras: añada debajo una línea por persona".to_owned()
        }
        FileRefused::Binary(kind) => {
            let is = match kind {
                FileKind::Excel => "es un archivo de Excel",
                FileKind::OpenDocument => "es un archivo de OpenDocument",
                FileKind::Archive => "es un archivo comprimido",
                FileKind::Pdf => "es un PDF",
                FileKind::Image => "es una imagen",
                FileKind::WebPage => "es una página web",
                FileKind::Document => "es un documento de texto",
                FileKind::Unknown => "no es un archivo de texto",
            };
            format!("{is}: guarde la lista como CSV UTF-8 y súbala")
        }
        FileRefused::TooLarge {
            limit_megabytes,
            bytes,
        } => format!(
            "el archivo tiene {} MB y el límite es {limit_megabytes} MB: divídalo",
            bytes.div_ceil(1_048_576)
        ),
        FileRefused::EqualHeaders { name, first, second } => {
            format!("las columnas {first} y {second} se llaman «{name}»: cambie el nombre de una")
        }
        FileRefused::NoHeaders => {
            "la primera línea tiene una dirección: ponga encima una como email, firstname, lastname"
                .to_owned()
        }
        FileRefused::NoIdentity => {
            "ninguna columna dice de quién se trata: hace falta username, email o external_id".to_owned()
        }
        FileRefused::MappedTwice { field: twice } => {
            format!("dos columnas significan {}: elija una", field(*twice))
        }
        FileRefused::OpenQuote { line } => {
            format!("las comillas abiertas en la línea {line} no se cierran")
        }
        FileRefused::AddressList { addresses } => format!(
            "es una simple lista de {addresses} direcciones: súbala en Invitaciones, o añada cabeceras"
        ),
    }
}

pub fn column(warning: &ColumnWarning) -> String {
    match warning {
        ColumnWarning::Unknown { column, header } => {
            format!("la columna {column}, «{header}», es desconocida y se omite")
        }
        ColumnWarning::Second {
            column,
            header,
            field: like,
        } => {
            let like = field(*like);
            format!("la columna {column}, «{header}», también parece {like} y se omite")
        }
        ColumnWarning::Unnamed { column } => format!("la columna {column} no tiene cabecera y se omite"),
    }
}

pub fn row(problem: &Problem) -> String {
    let at = |place: usize| problem.details.get(place).map_or("", String::as_str);
    let (first, second) = (at(0), at(1));
    match problem.code {
        Code::TooManyCells => {
            format!("{first} celdas en vez de {second}: entrecomille las que llevan un separador")
        }
        Code::TooFewCells => format!("{first} celdas en vez de {second}: añada las que faltan"),
        Code::Missing => "falta: un usuario nuevo lo necesita".to_owned(),
        Code::NotValid if first.is_empty() => "está en el futuro".to_owned(),
        Code::NotValid => format!("«{first}»: {}", not_a(problem.field)),
        Code::NotYesOrNo => format!("«{first}» no es ni sí ni no"),
        Code::DatePast => "ese día no es futuro".to_owned(),
        Code::Unknown if second.is_empty() => {
            format!("«{first}» no existe: créelo antes, o corrija el nombre")
        }
        Code::Unknown => format!("«{first}» no existe: ¿quiso decir «{second}»?"),
        Code::Ambiguous => format!("varios se llaman «{first}»: cambie el nombre de uno"),
        Code::DuplicateInFile => format!("la línea {first} trata de la misma persona: deje una de las dos"),
        Code::MatchesTwoUsers => format!("la fila nombra a dos usuarios: {first} y {second}"),
        Code::EmailTaken | Code::ExternalIdTaken => {
            format!("{first} ya lo tiene: corríjalo, o busque por él a los usuarios existentes")
        }
        Code::UsernameTaken => format!("{first} está ocupado: elija otro nombre de usuario"),
        Code::NotBelowYou => {
            "el rol no está por debajo del suyo: quite la fila, o que la importe un rol superior".to_owned()
        }
        Code::RoleNotBelow => format!("el rol {first} no está por debajo del suyo"),
        Code::WeakPassword => "la contraseña es demasiado corta, larga o común".to_owned(),
        Code::RenamesNotAllowed => "los ajustes no permiten cambiar nombres".to_owned(),
        Code::DeletesNotAllowed => "los ajustes no permiten borrar".to_owned(),
        Code::ArchivingNotAllowed => "los ajustes no permiten archivar".to_owned(),
        Code::HasAccessed => "ya ha entrado y solo puede archivarse".to_owned(),
        Code::UserArchived => "está archivado y no recibe ni plaza ni curso: reactívelo antes".to_owned(),
        Code::LicenseEnded => format!("la licencia «{first}» ha terminado o está archivada"),
        Code::CourseNotInLicense => format!("el curso «{first}» no es de la licencia «{second}»"),
        Code::SeatsShort => format!("a la licencia «{first}» le faltan {second} plazas"),
        Code::UserCap => format!("se ha alcanzado el límite de {first} usuarios"),
        Code::AlreadyExists => "ya existe, y solo se añaden nuevos".to_owned(),
        Code::NotFound => "este usuario no existe".to_owned(),
        Code::NoChanges => "ya está como dice el archivo".to_owned(),
        Code::AlreadyArchived => "ya está archivado".to_owned(),
        Code::UsernameKept => {
            format!("el nombre de usuario sigue siendo {first}: la columna oldusername lo cambia")
        }
        Code::ChangedMeanwhile => "los datos cambiaron después de confirmar".to_owned(),
    }
}

fn not_a(field: Option<Field>) -> String {
    match field {
        Some(Field::Role) => "no es un rol: owner, administrator, support o member".to_owned(),
        field => broken(field.map_or(Rule::Other, rule_of)),
    }
}
