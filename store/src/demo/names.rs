//! Names from many scripts and languages.
//!
//! Each list is one text: names with a space between, `_` for a space inside a name, and `/` before the Latin spelling
//! where folding does not give one. The Latin spelling makes the email address.

use super::dice::Dice;
use domain::text::fold;
use domain::users::Language;
use std::collections::HashMap;

struct Culture {
    language: Language,
    first: &'static str,
    last: &'static str,
}

const CULTURES: [Culture; 18] = [
    Culture {
        language: Language::En,
        first: "Grace Oliver Maya Ethan Chloe Samuel Ruby Isaac Nora Caleb Hazel Arthur Zoë Siobhán Niamh Rhys",
        last: "Whitfield Okafor-Hayes O'Sullivan Marlowe Bennett Fairchild Ashworth Pemberton Quigley Lockwood \
               MacLeod Holloway Thackeray Ní_Bhriain",
    },
    Culture {
        language: Language::De,
        first: "Jürgen Käthe Sören Änne Lukas Friederike Björn Ulrike Matthias Jörg Gisela Götz Annelie Tobias",
        last: "Müller Weiß/weiss Groß/gross Schröder Lüdenscheidt Bäcker Köhler von_der_Heide Krämer Jäger Vogt \
               Straßburger/strassburger Möllmann Zöllner",
    },
    Culture {
        language: Language::Fr,
        first: "Zoé François Anaïs Loïc Hélène Aurélien Maëlle Étienne Gaëlle Noël Chloé Jérôme Inès Benoît",
        last: "Lefèvre Béranger D'Aubigné Hébert Guérin Château Bœuf/boeuf L'Hôte Séguin Garçon Pérez-Dubois Maçon",
    },
    Culture {
        language: Language::Es,
        first: "Íñigo José_María Begoña Andrés Lucía Martín Sofía Álvaro Inés Joaquín Ángela Raúl Ximena Tomás",
        last: "Núñez García_Márquez Peña Ibáñez Muñoz López Ordóñez Zúñiga Castañeda Benítez Güemes Quiñones",
    },
    Culture {
        language: Language::En,
        first: "Łukasz Małgorzata Żaneta Stanisław Agnieszka Wojciech Bożena Paweł Grażyna Michał Śliwa Jędrzej",
        last: "Wójcik Kowalczyk Żółkiewski Dąbrowski Szczęsny Gołębiowska Łapiński Świętek Zając Mączka",
    },
    Culture {
        language: Language::En,
        first: "İbrahim Ayşe Gülşah Çağlar Işıl Ömer Şebnem Uğur Özge Tuğçe Kıvanç Büşra",
        last: "Yıldırım Çelik Şahin Öztürk Güneş Kılıç Aydın Doğan Işık Karadağ İnönü Türkoğlu",
    },
    Culture {
        language: Language::En,
        first: "Thị_Hồng Minh_Đức Quốc_Bảo Thuỳ_Linh Văn_Hải Ngọc_Ánh Đình_Phong Mỹ_Duyên Hữu_Nghĩa Bích_Thủy",
        last: "Nguyễn Trần Phạm Đặng Võ Bùi Đỗ Huỳnh Lý Dương",
    },
    Culture {
        language: Language::En,
        first: "Αλέξανδρος/alexandros Ελένη/eleni Γιώργος/giorgos Σοφία/sofia Δημήτρης/dimitris Χριστίνα/christina \
                Κωνσταντίνος/konstantinos Ιφιγένεια/ifigeneia Θεόδωρος/theodoros Ζωή/zoi",
        last: "Παπαδόπουλος/papadopoulos Οικονόμου/oikonomou Γεωργίου/georgiou Καραγιάννης/karagiannis \
               Νικολάου/nikolaou Βλάχος/vlachos Αθανασίου/athanasiou Ξενάκης/xenakis",
    },
    Culture {
        language: Language::En,
        first: "Алёна/alyona Дмитрий/dmitri Оксана/oksana Святослав/svyatoslav Ганна/hanna Йосип/yosyp Ирина/irina \
                Фёдор/fyodor Зоряна/zoryana Богдан/bohdan",
        last: "Щербакова/shcherbakova Коваленко/kovalenko Соловьёв/solovyov Шевченко/shevchenko Їжак/yizhak \
               Морозова/morozova Гончар/honchar Журавлёв/zhuravlyov",
    },
    Culture {
        language: Language::En,
        first: "ليلى/layla عمر/omar فاطمة/fatima يوسف/yusuf زينب/zaynab خالد/khalid مريم/maryam طارق/tariq نور/nur \
                سليمان/sulayman",
        last: "الحداد/alhaddad المصري/almasri بن_علي/ben.ali القاسم/alqasim الزهراني/alzahrani البحري/albahri \
               منصور/mansur العطار/alattar",
    },
    Culture {
        language: Language::En,
        first: "נועה/noa איתן/eitan תמר/tamar יוסף/yosef שירה/shira אורי/uri מיכל/michal גלעד/gilad רות/ruth",
        last: "כהן/cohen לוי/levi בן_דוד/ben-david אברהמי/avrahami שפירא/shapira פרידמן/friedman חזן/hazan",
    },
    Culture {
        language: Language::En,
        first: "प्रिया/priya अर्जुन/arjun दीपिका/deepika राहुल/rahul आनन्द/anand मीरा/meera विक्रम/vikram कविता/kavita \
                सुनीता/sunita ऋषि/rishi",
        last: "शर्मा/sharma पटेल/patel गुप्ता/gupta देशपाण्डे/deshpande चौधरी/chaudhary त्रिपाठी/tripathi जोशी/joshi सिंह/singh",
    },
    Culture {
        language: Language::En,
        first: "小明/xiaoming 丽华/lihua 伟/wei 静/jing 志强/zhiqiang 秀英/xiuying 海燕/haiyan 文博/wenbo 雨桐/yutong \
                子涵/zihan 國棟/guodong 怡君/yijun",
        last: "王/wang 李/li 张/zhang 刘/liu 陳/chen 欧阳/ouyang 黄/huang 司马/sima 林/lin 赵/zhao",
    },
    Culture {
        language: Language::En,
        first: "さくら/sakura 健太/kenta 美咲/misaki 翔/sho 陽子/yoko 大輔/daisuke 結衣/yui 一郎/ichiro ひかり/hikari 直樹/naoki",
        last: "佐藤/sato 鈴木/suzuki 高橋/takahashi 渡辺/watanabe 伊藤/ito 山本/yamamoto 小林/kobayashi 齋藤/saito 五十嵐/igarashi",
    },
    Culture {
        language: Language::En,
        first: "지민/jimin 서연/seoyeon 민준/minjun 하은/haeun 도윤/doyun 수빈/subin 예준/yejun 은지/eunji 현우/hyunwoo",
        last: "김/kim 이/lee 박/park 최/choi 정/jung 강/kang 윤/yoon 황보/hwangbo",
    },
    Culture {
        language: Language::En,
        first: "สมชาย/somchai มาลี/malee กมล/kamon นภา/napha ธนา/thana ปรียา/preeya อนันต์/anan สุดา/suda วิชัย/wichai",
        last: "ศรีสุข/srisuk วงศ์ไทย/wongthai ทองดี/thongdee บุญมา/bunma แก้วใส/kaewsai รัตนกุล/rattanakul",
    },
    Culture {
        language: Language::En,
        first: "Sigríður Þórarinn/thorarinn Guðrún Bjørn Åsa Øystein Ægir/aegir Solveig Jón Freyja Håkon Märta",
        last: "Jónsdóttir Þorsteinsson/thorsteinsson Sæmundsson/saemundsson Ødegård Bjarnadóttir Åkerlund Sjöström Nygård",
    },
    Culture {
        language: Language::En,
        first: "Ọláwálé Chidịnma João Conceição Ngũgĩ Wanjirũ Adébáyọ̀ Ifẹ́olúwa Amílcar Inácio Thandiwe Nomvula",
        last: "Adéọlá Ọkọ́ńkwọ́ dos_Santos Magalhães wa_Thiong'o Mbeki-Dlamini Assunção Ọbáfẹ́mi Tavares Nkrumah",
    },
];

/// A name as it is written, and in Latin letters.
#[derive(Debug, Clone)]
pub(super) struct Word {
    pub written: String,
    pub latin: String,
}

/// Somebody's name, with the part of an email address before the `@` that nobody else has.
#[derive(Debug)]
pub(super) struct Name {
    pub first: Word,
    pub last: Word,
    pub language: Language,
    pub local: String,
}

/// Gives names, and remembers which addresses are given away.
#[derive(Debug)]
pub(super) struct Names {
    cultures: Vec<(Language, Vec<Word>, Vec<Word>)>,
    given: HashMap<String, u32>,
}

impl Names {
    pub(super) fn new() -> Self {
        let cultures = CULTURES
            .iter()
            .map(|culture| (culture.language, words(culture.first), words(culture.last)));
        Self {
            cultures: cultures.collect(),
            given: HashMap::new(),
        }
    }

    /// A name by chance.
    pub(super) fn draw(&mut self, dice: &mut Dice) -> Name {
        let (language, first, last) = dice.pick(&self.cultures);
        let (first, last) = (dice.pick(first).clone(), dice.pick(last).clone());
        let plain = format!("{}.{}", first.latin, last.latin);
        let given = self.given.entry(plain.clone()).or_insert(0);
        *given += 1;
        let local = if *given == 1 {
            plain
        } else {
            format!("{plain}.{given}")
        };
        Name {
            language: *language,
            first,
            last,
            local,
        }
    }
}

fn words(list: &str) -> Vec<Word> {
    let word = |text: &str| {
        let (written, latin) = text.split_once('/').unwrap_or((text, text));
        let written = written.replace('_', " ");
        let latin = fold(latin).replace(['_', ' '], ".").replace('\'', "");
        Word { written, latin }
    };
    list.split_whitespace().map(word).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::users::{Email, PersonName};

    #[test]
    fn every_name_is_one_and_has_an_address_in_latin_letters() {
        for (_, first, last) in Names::new().cultures {
            for word in first.iter().chain(&last) {
                PersonName::parse(&word.written).unwrap();
                assert!(word.latin.is_ascii(), "{} {}", word.written, word.latin);
                Email::parse(&format!("{}@demo.example", word.latin)).unwrap();
            }
        }
    }

    #[test]
    fn no_address_is_given_twice() {
        let (mut names, mut dice) = (Names::new(), Dice::new(1));
        let mut locals: Vec<_> = (0..20_000).map(|_| names.draw(&mut dice).local).collect();
        locals.sort();
        locals.dedup();
        assert_eq!(locals.len(), 20_000);
    }
}
