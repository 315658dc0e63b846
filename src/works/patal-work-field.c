/* patal-work-field.c: the columns of lists of works, and what offices and the scheme's portal call them
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-work-row.h"
#include <glib/gi18n-lib.h>

/* Words of one column, below the words that may span them: "स्वीकृत राशि" over "मजदूरी". */
#define WAGE_OF(of) \
  of " मजदूरी", of " मजदूरी राशि", of " मजदूरी पर", of " श्रम", of " श्रमिक", of " अकुशल", of " अकुशल मजदूरी", of " wage", of " wages", \
  of " labour", of " unskilled", of " unskilled wage", of " unskilled labour", of " on unskilled labour"
#define MATERIAL_OF(of) \
  of " सामग्री", of " सामग्री राशि", of " सामग्री पर", of " सामग्री एवं कुशल", of " सामग्री कुशल", of " कुशल एवं सामग्री", of " material", \
  of " materials", of " material skilled", of " material and skilled", of " skilled and material", of " on material"
#define TOTAL_OF(of) of " योग", of " कुल", of " कुल योग", of " कुल राशि", of " total", of " total amount", of " राशि", of " amount"
#define DAYS_OF(of) \
  of " मानव दिवस", of " मानवदिवस", of " मानव दिवस की संख्या", of " person days", of " persondays", of " man days", of " mandays"
#define SANCTIONED(part) \
  part ("स्वीकृत राशि"), part ("स्वीकृत"), part ("स्वीकृति"), part ("स्वीकृत लागत"), part ("प्रशासकीय स्वीकृति"), part ("प्रशासकीय स्वीकृति राशि"), \
  part ("अनुमानित लागत"), part ("अनुमानित"), part ("अनुमानित राशि"), part ("प्राक्कलित राशि"), part ("प्राक्कलन"), part ("लागत"), \
  part ("sanctioned"), part ("sanctioned amount"), part ("sanction"), part ("sanction amount"), part ("estimated"), \
  part ("estimated cost"), part ("estimate"), part ("cost")
#define SPENT(part) \
  part ("व्यय"), part ("व्यय राशि"), part ("कुल व्यय"), part ("वास्तविक व्यय"), part ("अब तक व्यय"), part ("अद्यतन व्यय"), part ("हुआ व्यय"), \
  part ("सृजित"), part ("खर्च"), part ("spent"), part ("expenditure"), part ("actual expenditure"), part ("total expenditure"), \
  part ("expenditure incurred"), part ("actual"), part ("generated")

/* What heads the number of an order, alone and with its day: offices join them by three words. */
#define ORDER_NO(of) \
  of " क्र", of " क्रमांक", of " नं", of " संख्या", of " क्र एवं दिनांक", of " क्र व दिनांक", of " क्र दिनांक", of " क्र और दिनांक", \
  of " क्र एवं तिथि", of " क्र व तिथि", of " क्रमांक एवं दिनांक", of " क्रमांक व दिनांक", of " क्रमांक दिनांक", of " क्रमांक और दिनांक", \
  of " क्रमांक एवं तिथि", of " क्रमांक व तिथि", of " आदेश क्र", of " आदेश क्रमांक", of " आदेश क्र एवं दिनांक", of " आदेश क्रमांक एवं दिनांक", \
  of " एवं दिनांक", of " no", of " no and date", of " no date", of " no & date", of " number and date"
#define ORDER_DAY(of) of " दिनांक", of " तिथि", of " दि", of " आदेश दिनांक", of " date"

#define WORDS(...) (const char *const[]) { __VA_ARGS__, NULL }
const PatalImportField patal_work_fields[PATAL_WORK_N_FIELDS] = {
  [PATAL_WORK_FIELD_NAME_HI] = { "name_hi", N_("Name of the work (Hindi)"),
    WORDS ("name_hi", "work_hi", "कार्य का नाम (हिन्दी)", "कार्य का नाम", "कार्य का नाम (कार्य कोड)", "कार्य नाम", "कार्यों के नाम", "कार्य का विवरण", "निर्माण कार्य का नाम", "काम का नाम", "कार्य", "नाम"),
    PATAL_FIELD_NAME },
  [PATAL_WORK_FIELD_NAME_EN] = { "name_en", N_("Name of the work (English)"),
    WORDS ("name_en", "कार्य का नाम (अंग्रेजी)", "work name", "work name (work code)", "name of work", "name of the work", "work_name", "work_en", "work description", "description of work",
           "work title", "work", "name"), PATAL_FIELD_NAME },
  [PATAL_WORK_FIELD_CODE] = { "code", N_("Work code"),
    WORDS ("code", "work code", "work_code", "कार्य कोड", "वर्क कोड", "कार्य का कोड", "कार्य कोड क्रमांक", "कार्य आईडी", "work id", "workcode",
           "work code no", "pmgsy_proposal_id", "proposal id"), PATAL_FIELD_TEXT },
  [PATAL_WORK_FIELD_DISTRICT] = { "district", N_("District"), WORDS ("district", "जिला", "district_name", "district_hi", "जिले का नाम"),
    PATAL_FIELD_NAME },
  [PATAL_WORK_FIELD_BLOCK] = { "block", N_("Block (English)"), WORDS ("block", "block_name", "block name", "janpad", "intermediate panchayat"),
    PATAL_FIELD_NAME },
  [PATAL_WORK_FIELD_BLOCK_HI] = { "block_hi", N_("Block (Hindi)"),
    WORDS ("block_hi", "विकासखण्ड", "विकास खण्ड", "विकासखंड", "विकास खंड", "जनपद पंचायत", "जनपद", "क्षेत्र पंचायत", "ब्लॉक", "ब्लाक", "प्रखंड",
           "विकासखण्ड का नाम", "जनपद पंचायत का नाम"), PATAL_FIELD_NAME },
  [PATAL_WORK_FIELD_BLOCK_CODE] = { "block_lgd", N_("Block (LGD code)"), WORDS ("block_lgd", "block code", "विकासखण्ड कोड"), PATAL_FIELD_CODE },
  [PATAL_WORK_FIELD_GP] = { "gp", N_("Gram panchayat (English)"),
    WORDS ("gp", "gp_name", "gp name", "gram panchayat", "panchayat", "panchayat name", "village panchayat", "gram panchayat name"),
    PATAL_FIELD_NAME },
  [PATAL_WORK_FIELD_GP_HI] = { "gp_hi", N_("Gram panchayat (Hindi)"),
    WORDS ("gp_hi", "ग्राम पंचायत", "ग्राम पंचायत का नाम", "पंचायत का नाम", "पंचायत", "ग्रा.पं.", "ग्रा.पं. का नाम", "ग्रा पं का नाम"),
    PATAL_FIELD_NAME },
  [PATAL_WORK_FIELD_GP_CODE] = { "gp_lgd", N_("Gram panchayat (LGD code)"),
    WORDS ("gp_lgd", "gp code", "lgd code", "एल.जी.डी. कोड", "ग्राम पंचायत कोड", "panchayat code"), PATAL_FIELD_CODE },
  [PATAL_WORK_FIELD_VILLAGE] = { "village", N_("Village"),
    WORDS ("village", "ग्राम", "ग्राम का नाम", "गांव", "गाँव", "गांव का नाम", "village name", "ग्राम / मोहल्ला", "बसाहट", "कार्य स्थल", "स्थल", "habitation"),
    PATAL_FIELD_NAME },
  [PATAL_WORK_FIELD_SCHEME] = { "scheme", N_("Scheme"),
    WORDS ("scheme", "योजना", "योजना का नाम", "scheme name", "मद", "name of scheme", "योजना / मद"), PATAL_FIELD_NAME },
  [PATAL_WORK_FIELD_CATEGORY] = { "category", N_("Category of the work"),
    WORDS ("category", "श्रेणी", "कार्य की श्रेणी", "work category", "work type", "कार्य प्रकार", "type of work", "category of work", "कार्य का प्रकार",
           "गतिविधि", "sub category", "work category name"), PATAL_FIELD_NAME },
  [PATAL_WORK_FIELD_KIND] = { "kind", N_("Community or individual"),
    WORDS ("kind", "सामुदायिक / हितग्राही मूलक", "सामुदायिक / व्यक्तिगत", "community / individual", "individual / community",
           "सामुदायिक या हितग्राही मूलक", "पटल का प्रकार", "type", "प्रकार"), PATAL_FIELD_NAME },
  [PATAL_WORK_FIELD_BENEFICIARY] = { "beneficiary", N_("Beneficiary"),
    WORDS ("beneficiary", "हितग्राही", "हितग्राही का नाम", "हितग्राही नाम", "लाभार्थी", "लाभार्थी का नाम", "beneficiary name", "name of beneficiary"),
    PATAL_FIELD_NAME },
  [PATAL_WORK_FIELD_GUARDIAN] = { "guardian", N_("Father or husband"),
    WORDS ("guardian", "पिता/पति", "पिता / पति का नाम", "पिता/पति का नाम", "पिता का नाम", "पति का नाम", "पिता / पति", "father / husband",
           "father/husband name", "father's name", "father name", "husband name"), PATAL_FIELD_NAME },
  [PATAL_WORK_FIELD_JOB_CARD] = { "job_card", N_("Job card"),
    WORDS ("job_card", "जॉब कार्ड", "जाब कार्ड", "जॉब कार्ड क्र.", "जॉब कार्ड क्रमांक", "जॉब कार्ड नंबर", "जाब कार्ड क्र.", "जॉब कार्ड संख्या", "job card",
           "job card no", "job card number", "jobcard", "jc no"), PATAL_FIELD_TEXT },
  [PATAL_WORK_FIELD_FY] = { "fy", N_("Financial year"),
    WORDS ("fy", "वित्तीय वर्ष", "financial year", "fin year", "स्वीकृति वर्ष", "स्वीकृत वर्ष", "sanction year", "work start fin year", "कार्य वर्ष",
           "work year", "वर्ष", "year"), PATAL_FIELD_TEXT },
  [PATAL_WORK_FIELD_TS_NO] = { "ts_no", N_("Technical sanction: number"),
    WORDS ("ts_no", ORDER_NO ("त.स्वी."), ORDER_NO ("तक. स्वीकृति"), ORDER_NO ("तकनीकी स्वीकृति"), ORDER_NO ("ts"), ORDER_NO ("t.s."),
           "तकनीकी स्वीकृति क्रमांक", "तकनीकी स्वीकृति क्र.", "तकनीकी स्वीकृति", "तकनीकी स्वीकृति क्रमांक एवं दिनांक", "तकनीकी स्वीकृति क्र. व दिनांक",
           "तकनीकी स्वीकृति क्रमांक व दिनांक", "ts no", "t.s. no", "technical sanction no", "technical sanction number", "technical sanction"),
    PATAL_FIELD_TEXT },
  [PATAL_WORK_FIELD_TS_DAY] = { "ts_day", N_("Technical sanction: date"),
    WORDS ("ts_day", ORDER_DAY ("त.स्वी."), "तकनीकी स्वीकृति दिनांक", "तकनीकी स्वीकृति तिथि", "ts date", "t.s. date", "technical sanction date", "date of technical sanction"),
    PATAL_FIELD_DAY },
  [PATAL_WORK_FIELD_AS_NO] = { "as_no", N_("Administrative sanction: number"),
    WORDS ("as_no", "प्रशासकीय स्वीकृति क्रमांक", "प्रशासकीय स्वीकृति क्र.", "प्रशासकीय स्वीकृति", "प्रशासकीय स्वीकृति क्रमांक एवं दिनांक",
           "प्रशासकीय स्वीकृति क्र. व दिनांक", "प्रशासकीय स्वीकृति क्रमांक व दिनांक", "प्रशासनिक स्वीकृति क्रमांक", "स्वीकृति क्रमांक", "स्वीकृति क्र.",
           "स्वीकृति आदेश क्रमांक", ORDER_NO ("प्र.स्वी."), ORDER_NO ("प्रशा. स्वीकृति"),
           ORDER_NO ("प्रशासकीय स्वीकृति"), ORDER_NO ("प्रशासनिक स्वीकृति"), ORDER_NO ("स्वीकृति"), ORDER_NO ("as"), ORDER_NO ("a.s."),
           ORDER_NO ("sanction"), ORDER_NO ("administrative sanction"), "as no", "a.s. no", "administrative sanction no", "administrative sanction number",
           "administrative sanction", "financial sanction no", "sanction no", "sanction number"), PATAL_FIELD_TEXT },
  [PATAL_WORK_FIELD_AS_DAY] = { "as_day", N_("Administrative sanction: date"),
    WORDS ("as_day", ORDER_DAY ("प्र.स्वी."), ORDER_DAY ("प्रशा. स्वीकृति"), "प्रशासकीय स्वीकृति दिनांक", "प्रशासकीय स्वीकृति तिथि", "प्रशासनिक स्वीकृति दिनांक", "स्वीकृति दिनांक", "स्वीकृति तिथि", "as date",
           "a.s. date", "administrative sanction date", "sanction date", "date of sanction"), PATAL_FIELD_DAY },
  [PATAL_WORK_FIELD_WAGE] = { "wage", N_("Sanctioned: wage"),
    WORDS ("wage", SANCTIONED (WAGE_OF), "मजदूरी की राशि", "मजदूरी मद", "wage sanctioned", "wage component", "labour component",
           "मजदूरी", "मजदूरी राशि", "श्रम", "अकुशल", "अकुशल मजदूरी", "wages", "unskilled", "labour", "unskilled wage", "unskilled labour"),
    PATAL_FIELD_MONEY },
  [PATAL_WORK_FIELD_MATERIAL] = { "material", N_("Sanctioned: material"),
    WORDS ("material", SANCTIONED (MATERIAL_OF), "सामग्री की राशि", "सामग्री मद", "material sanctioned", "material component",
           "सामग्री", "सामग्री राशि", "सामग्री एवं कुशल", "कुशल एवं सामग्री", "material and skilled", "skilled and material",
           "material cost"), PATAL_FIELD_MONEY },
  [PATAL_WORK_FIELD_TOTAL] = { "total", N_("Sanctioned: total"),
    WORDS ("total", "sanctioned_rs", "स्वीकृत राशि", SANCTIONED (TOTAL_OF), "कुल स्वीकृत राशि", "प्रशासकीय स्वीकृति की राशि", "स्वीकृत लागत", "अनुमानित लागत",
           "प्राक्कलित राशि", "sanctioned amount", "sanction amount", "sanctioned cost", "estimated cost", "total cost", "लागत", "लागत राशि",
           "total sanctioned amount", "राशि", "कुल राशि", "कुल", "योग", "amount"), PATAL_FIELD_MONEY },
  [PATAL_WORK_FIELD_DAYS] = { "days", N_("Person-days: estimated"),
    WORDS ("days", "अनुमानित मानव दिवस", SANCTIONED (DAYS_OF), "मानव दिवस अनुमानित", "मानव दिवस स्वीकृत", "प्रस्तावित मानव दिवस", "लक्षित मानव दिवस",
           "estimated persondays", "persondays estimated", "मानव दिवस", "मानवदिवस", "person days", "persondays", "mandays", "man days"),
    PATAL_FIELD_NUMBER },
  [PATAL_WORK_FIELD_RATE] = { "rate", N_("Wage rate per day"),
    WORDS ("rate", "मजदूरी दर", "मजदूरी दर प्रति दिवस", "मजदूरी दर प्रतिदिन", "दर", "wage rate", "wage rate per day", "wage_rate_rs_per_day",
           "daily wage", "rate per day", "मजदूरी दर (रु.)", "wage rate (rs)"), PATAL_FIELD_TEXT },
  [PATAL_WORK_FIELD_MATERIALS] = { "materials", N_("Main materials"),
    WORDS ("materials", "प्रमुख सामग्री", "मुख्य सामग्री", "सामग्री का विवरण", "सामग्री विवरण", "main materials", "material details"), PATAL_FIELD_NAME },
  [PATAL_WORK_FIELD_AGENCY] = { "agency", N_("Implementing agency"),
    WORDS ("agency", "क्रियान्वयन एजेंसी", "क्रियान्वयन एजेन्सी", "कार्य एजेंसी", "निर्माण एजेंसी", "एजेंसी", "implementing agency", "executing agency",
           "execution agency", "agency name", "pia"), PATAL_FIELD_NAME },
  [PATAL_WORK_FIELD_CONVERGENCE] = { "convergence", N_("Convergence"),
    WORDS ("convergence", "अभिसरण", "अभिसरण योजना", "अभिसरण (यदि हो)", "convergence scheme", "convergence department"), PATAL_FIELD_NAME },
  [PATAL_WORK_FIELD_STATUS] = { "status", N_("Status"),
    WORDS ("status", "स्थिति", "कार्य की स्थिति", "कार्य स्थिति", "work status", "status of work", "भौतिक स्थिति", "वर्तमान स्थिति", "present status",
           "current status", "physical status", "कार्य की वर्तमान स्थिति"), PATAL_FIELD_NAME },
  [PATAL_WORK_FIELD_START] = { "start", N_("Start of the work"),
    WORDS ("start", "प्रारंभ तिथि", "कार्य प्रारंभ तिथि", "प्रारंभ दिनांक", "कार्य प्रारंभ दिनांक", "प्रारम्भ तिथि", "प्रारम्भ दिनांक", "कार्य प्रारम्भ दिनांक",
           "प्रारंभ होने की तिथि", "start date", "work start date", "date of start", "date of commencement", "started on", "work started on",
           "कार्य आरंभ दिनांक"), PATAL_FIELD_DAY },
  [PATAL_WORK_FIELD_END] = { "end", N_("Completion of the work"),
    WORDS ("end", "पूर्णता तिथि", "कार्य पूर्णता तिथि", "पूर्णता दिनांक", "कार्य पूर्णता दिनांक", "पूर्ण दिनांक", "कार्य पूर्ण दिनांक", "पूर्ण होने की तिथि",
           "completion date", "date of completion", "end date", "completed on", "work completion date", "समाप्ति दिनांक", "समाप्ति तिथि"),
    PATAL_FIELD_DAY },
  [PATAL_WORK_FIELD_SPENT_WAGE] = { "spent_wage", N_("Spent: wage"),
    WORDS ("spent_wage", SPENT (WAGE_OF), "मजदूरी व्यय", "मजदूरी पर व्यय", "मजदूरी भुगतान", "wage spent", "wages paid", "unskilled expenditure",
           "wage expenditure", "labour expenditure"), PATAL_FIELD_MONEY },
  [PATAL_WORK_FIELD_SPENT_MATERIAL] = { "spent_material", N_("Spent: material"),
    WORDS ("spent_material", SPENT (MATERIAL_OF), "सामग्री व्यय", "सामग्री पर व्यय", "सामग्री भुगतान", "material spent", "material expenditure"),
    PATAL_FIELD_MONEY },
  [PATAL_WORK_FIELD_SPENT_TOTAL] = { "spent_total", N_("Spent: total"),
    WORDS ("spent_total", "व्यय", "कुल व्यय", "व्यय राशि", SPENT (TOTAL_OF), "वास्तविक व्यय", "अब तक व्यय", "expenditure", "total expenditure",
           "actual expenditure", "amount spent", "spent", "expenditure incurred", "paid_or_released_rs", "खर्च"), PATAL_FIELD_MONEY },
  [PATAL_WORK_FIELD_SPENT_DAYS] = { "spent_days", N_("Person-days: worked"),
    WORDS ("spent_days", "सृजित मानव दिवस", SPENT (DAYS_OF), "मानव दिवस सृजित", "सृजित मानवदिवस", "persondays generated", "person days generated",
           "mandays generated"), PATAL_FIELD_NUMBER },
  [PATAL_WORK_FIELD_LAT] = { "lat", N_("Latitude"), WORDS ("lat", "latitude", "अक्षांश"), PATAL_FIELD_REAL },
  [PATAL_WORK_FIELD_LON] = { "lon", N_("Longitude"), WORDS ("lon", "long", "lng", "longitude", "देशांतर", "देशान्तर"), PATAL_FIELD_REAL },
  [PATAL_WORK_FIELD_REMARK] = { "remark", N_("Remark"), WORDS ("remark", "टिप्पणी", "रिमार्क", "remarks", "अभ्युक्ति", "टीप", "note", "विशेष"), PATAL_FIELD_NAME },
  [PATAL_WORK_FIELD_N_WORKS] = { "n_works", N_("Number of works"),
    WORDS ("n_works", "works", "कार्यों की संख्या", "कार्य संख्या", "no of works", "number of works"), PATAL_FIELD_TEXT },
};
